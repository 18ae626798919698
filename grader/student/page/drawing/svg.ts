import { escapeMarkup } from '../../../pipeline/words/escapeMarkup';

/** Escaped markup. Only templates create it. */
export class Svg {
  constructor(readonly text: string) {}
}

/** Content of a drawing: text and numbers, which are escaped, and markup. `undefined` and `false` are omitted. */
export type SvgPart = string | number | Svg | undefined | false | readonly SvgPart[];

/** Markup from a template: inserted values are escaped unless they are markup. */
export function svg(strings: TemplateStringsArray, ...parts: readonly SvgPart[]): Svg {
  let text = compact(strings[0] ?? '');
  for (const [index, part] of parts.entries()) text += render(part) + compact(strings[index + 1] ?? '');
  return new Svg(text);
}

function render(part: SvgPart): string {
  if (part === undefined || part === false) return '';
  if (part instanceof Svg) return part.text;
  if (typeof part === 'object') return part.map(render).join('');
  return typeof part === 'number' ? String(coordinate(part)) : escapeMarkup(part);
}

/** Tenths of a pixel are the visible precision. */
export function coordinate(value: number): number {
  return Math.round(value * 10) / 10;
}

// The indentation is only for readers of the code.
function compact(text: string): string {
  return text.replace(/\s*\n\s*/g, '\n').replace(/\n(?=[/>]|$)|^\n/g, '');
}
