import { printable } from '../pipeline/report';

/**
 * Writes lines to the terminal, whatever names of files, people or submissions came into them. What has colours of our
 * own is made of the catalogue's texts, which are clean, and is printed as it is. @see Note [Borders]
 */
export function printLines(...lines: readonly string[]): void {
  console.log(cleanLines(lines));
}

/** As `printLines`, to the standard error, which leaves the output to what was asked for. */
export function printNote(note: string): void {
  console.error(cleanLines([`grader: ${note}`]));
}

function cleanLines(lines: readonly string[]): string {
  return lines
    .flatMap((line) => line.split('\n'))
    .map(printable)
    .join('\n');
}
