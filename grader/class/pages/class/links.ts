import { html, type Html } from '../document/html';

/** The files on each submission's code page, in order; submissions without a page have no entry. */
export type CodeIndex = ReadonlyMap<string, readonly string[]>;

/** Address of a student's page, from the class page. */
export function studentPath(submission: string): string {
  return `students/${encodeURIComponent(submission)}.html`;
}

/** Address of a submission's code, from the class page. */
export function codePath(submission: string): string {
  return `code/${encodeURIComponent(submission)}.html`;
}

/** The anchor of a line on the code page. */
export function lineId(index: number, line: number): string {
  return `f${index}-${line}`;
}

/** A link to a student's page; `<bdi>` isolates the text direction of the name. */
export function studentLink(submission: string): Html {
  return html`<a href="${studentPath(submission)}"><bdi>${submission}</bdi></a>`;
}

/** A link to the submission's code page, if there is one. */
export function codeLink(submission: string, code: CodeIndex): Html | undefined {
  if (!code.has(submission)) return undefined;
  return html`<a href="${codePath(submission)}" aria-label="code of ${submission}">code</a>`;
}

/** `losses.ts:12`, linked to the line if it has a code page. */
export function placeLink(
  submission: string,
  { file, line }: { readonly file: string; readonly line: number },
  code: CodeIndex,
): Html {
  const index = code.get(submission)?.indexOf(file) ?? -1;
  const text = `${file}:${line}`;
  return index < 0 ? html`${text}` : html`<a href="${codePath(submission)}#${lineId(index, line)}">${text}</a>`;
}
