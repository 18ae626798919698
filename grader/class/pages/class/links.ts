import { html, type Html } from '../document/html';

/** Paths of the files on each submission's code page, in their order; without the page there is no entry. */
export type CodeIndex = ReadonlyMap<string, readonly string[]>;

/** Address of a student's page, from the class page. */
export function studentPath(submission: string): string {
  return `students/${encodeURIComponent(submission)}.html`;
}

/** Address of a submission's code, from the class page. */
export function codePath(submission: string): string {
  return `code/${encodeURIComponent(submission)}.html`;
}

/** Where a line of a file stands on that page. */
export function lineId(index: number, line: number): string {
  return `f${index}-${line}`;
}

/** A student's name, isolated from the direction of what stands beside it, as a link to their page. */
export function studentLink(submission: string): Html {
  return html`<a href="${studentPath(submission)}"><bdi>${submission}</bdi></a>`;
}

/** A link to what was handed in; nothing where it can't be shown. */
export function codeLink(submission: string, code: CodeIndex): Html | undefined {
  if (!code.has(submission)) return undefined;
  return html`<a href="${codePath(submission)}" aria-label="code of ${submission}">code</a>`;
}

/** `losses.ts:12`, which leads to that line where it can be shown. */
export function placeLink(
  submission: string,
  { file, line }: { readonly file: string; readonly line: number },
  code: CodeIndex,
): Html {
  const index = code.get(submission)?.indexOf(file) ?? -1;
  const text = `${file}:${line}`;
  return index < 0 ? html`${text}` : html`<a href="${codePath(submission)}#${lineId(index, line)}">${text}</a>`;
}
