import { escapeMarkup } from '../../../pipeline/words/escapeMarkup';
// A drawing is markup like any other.
import { Svg as Html, type SvgPart as Part } from '../../../student/page/drawing';

export { Html, type Part };

/** Markup from a template; inserted text is escaped. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Html {
  return new Html(
    compact(strings)
      .map((text, index) => text + (index < parts.length ? render(parts[index]) : ''))
      .join(''),
  );
}

const compacted = new WeakMap<TemplateStringsArray, readonly string[]>();

// For a class of thousands, indentation would be as large as the results. HTML ignores space around blocks, and does not
// require end tags of cells, rows and items.
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

/** The grader's own markup, not escaped: a style, a script. */
export function trusted(text: string): Html {
  return new Html(text);
}

function render(part: Part): string {
  if (part === undefined || part === false) return '';
  if (part instanceof Html) return part.text;
  return typeof part === 'object' ? part.map(render).join('') : escapeMarkup(String(part));
}
