import { escapeMarkup } from '../../../pipeline/words/escapeMarkup';

/** Markup that needs no more escaping. Only `html` and `trusted` make it. */
export class Html {
  constructor(readonly text: string) {}
}

/** What can stand in markup: text, which is escaped, and markup, which is not. `undefined` and `false` are nothing. */
export type Part = string | number | Html | undefined | false | readonly Part[];

/** Markup from a template: whatever is put in is escaped unless it is markup itself. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Html {
  return new Html(
    compact(strings)
      .map((text, index) => text + (index < parts.length ? render(parts[index]) : ''))
      .join(''),
  );
}

const compacted = new WeakMap<TemplateStringsArray, readonly string[]>();

// Code is indented for its readers; a class of thousands would send as much indentation as results. Space around blocks
// means nothing in HTML, and cells, rows and items need no end tags.
function compact(strings: TemplateStringsArray): readonly string[] {
  const known = compacted.get(strings);
  if (known !== undefined) return known;
  const texts = strings.map((text) =>
    text
      .replace(/\s*\n\s*/g, '\n')
      .replace(aroundBlocks, '$1')
      .replace(endTags, ''),
  );
  compacted.set(strings, texts);
  return texts;
}

const blocks =
  'caption|dd|details|div|dl|dt|figcaption|figure|h1|h2|h3|li|ol|p|pre|section|summary|table|tbody|td|th|thead|tr|ul';
const aroundBlocks = new RegExp(`\\s*(</?(?:${blocks})(?=[ >])[^>]*>)\\n?`, 'g');
const endTags = /<\/(?:td|th|tr|li)>\s*/g;

/** Markup of our own making that must not be escaped: a style, a script. */
export function trusted(text: string): Html {
  return new Html(text);
}

function render(part: Part): string {
  if (part === undefined || part === false) return '';
  if (part instanceof Html) return part.text;
  return typeof part === 'object' ? part.map(render).join('') : escapeMarkup(String(part));
}
