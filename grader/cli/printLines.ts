import { printable } from '../pipeline/report';

/**
 * Prints lines, sanitized, because names of files, people or submissions can occur in them. Colored output is built
 * from the catalogue's texts, which are clean, and printed as is. @see Note [Borders]
 */
export function printLines(...lines: readonly string[]): void {
  console.log(cleanLines(lines));
}

/** Like `printLines`, on standard error, which keeps standard output for results. */
export function printNote(note: string): void {
  console.error(cleanLines([`grader: ${note}`]));
}

function cleanLines(lines: readonly string[]): string {
  return lines
    .flatMap((line) => line.split('\n'))
    .map(printable)
    .join('\n');
}
