import { createHash } from 'node:crypto';
import { html, trusted, type Html, type Part } from './html';
import { style } from './style';

export interface PageParts {
  readonly language: 'en' | 'zh';
  readonly title: string;
  /** Text of the skip link for keyboards. */
  readonly skip: string;
  readonly head: Part;
  readonly main: Part;
  readonly foot: Part;
  /** For tables with many columns. */
  readonly wide?: boolean;
  /** The page's only script; all content is readable without it. */
  readonly script?: string;
}

/** A self-contained page: it loads nothing, and its policy allows only its own style and script. */
export function page({ language, title, skip, head, main, foot, wide = false, script }: PageParts): string {
  const policy = [
    "default-src 'none'",
    `style-src '${hashOf(style)}'`,
    ...(script === undefined ? [] : [`script-src '${hashOf(script)}'`]),
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  return html`<!doctype html>
    <html lang="${language === 'zh' ? 'zh-CN' : 'en'}">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="${trusted(policy)}" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="referrer" content="no-referrer" />
        <meta name="robots" content="noindex" />
        <title>${title}</title>
        <link rel="icon" href="data:," />
        ${element('style', style)}
      </head>
      <body${wide && html` class="wide"`}>
        <a class="skip" href="#main">${skip}</a>
        <header>${head}</header>
        <main id="main" tabindex="-1">${main}</main>
        <footer>${foot}</footer>
        ${script !== undefined && element('script', script)}
      </body>
    </html> `.text;
}

// The content must be exactly the hashed text.
function element(name: 'style' | 'script', content: string): Html {
  return trusted(`<${name}>${content}</${name}>`);
}

function hashOf(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}
