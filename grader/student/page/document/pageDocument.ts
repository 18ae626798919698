import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import type { PageParts } from '../../../bundling';
import type { Language } from '../../../pipeline/types';
import type { CourseOnPage, PageSettings } from './settings';

/** The parts of the course that the page contains, besides its own program. */
export interface PageCourse {
  readonly course: CourseOnPage;
  /** Gzipped files by their names in the page. */
  readonly packed: ReadonlyMap<string, Uint8Array>;
}

/**
 * The whole page as one file: programs, course and data. It works from a web server and from disk, and its policy
 * blocks all requests.
 *
 * @param address - of its local server; undefined for a standalone page
 */
export function pageDocument(
  { script, style, engine }: PageParts,
  { course, packed }: PageCourse,
  { language, address }: { readonly language: Language; readonly address: string | undefined },
): string {
  const settings: PageSettings = { course, language, address };
  const program = script.replaceAll('</script', '<\\/script').replaceAll('<!--', '<\\!--');
  const nonce = hashOf(style).slice(0, 22);
  const policy = [
    "default-src 'none'",
    `script-src '${hashOf(program, 'sha256-')}' blob:`,
    'worker-src blob:',
    `style-src 'nonce-${nonce}'`,
    'img-src data: blob:',
    `connect-src ${address === undefined ? "'none'" : "'self'"}`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  const blocks = [...new Map([...packed, ['engine', gzipSync(engine, { level: 9 })]])].map(
    ([name, content]) =>
      `<script type="application/gzip" id="${name}">${Buffer.from(content).toString('base64')}</script>`,
  );
  return [
    `<!doctype html>\n<html lang="${language}">\n<head>\n<meta charset="utf-8">`,
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="referrer" content="no-referrer">',
    '<link rel="icon" href="data:,">',
    `<title>${escaped(course.title)}</title>`,
    `<style nonce="${nonce}">${style.trim()}</style>`,
    '</head>\n<body>',
    `<noscript>${escaped(course.title)}: JavaScript</noscript>`,
    `<script type="application/json" id="settings">${JSON.stringify(settings).replaceAll('<', '\\u003c')}</script>`,
    ...blocks,
    `<script>${program}</script>`,
    '</body>\n</html>\n',
  ].join('\n');
}

function hashOf(text: string, prefix = ''): string {
  return `${prefix}${createHash('sha256').update(text).digest('base64')}`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
