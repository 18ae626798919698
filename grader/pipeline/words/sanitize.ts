const longest = 300;

// The escape sequence of a terminal's colour codes.
// eslint-disable-next-line no-control-regex -- control characters are what it is about
const colourCodes = /\u001b\[[0-9;?]*[ -/]*[@-~]/g;

// Control characters, invisible and direction marks (Cf), lone surrogates (Cs), separators of lines and paragraphs, and
// letters that are blank.
const unprintable = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\u115f\u1160\u2800\u3164\uffa0]/gu;

/** More marks on one letter than any language has would cover the lines around it. */
const stackedMarks = /(\p{M}{3})\p{M}+/gu;

/**
 * Sanitizes text from a submission as it comes in: no control or direction marks, on one line, of limited length.
 *
 * Note [Borders]: text is cleaned where it crosses a border, and nowhere in between: by this function when an answer is
 * decoded or an import's labels are read, and by `printable` when a sentence leaves the catalogue of texts or a line
 * goes to the terminal.
 */
export function sanitize(text: string): string {
  // Truncate first, so that no later step takes long.
  const clean = text
    .slice(0, 20 * longest)
    .replace(colourCodes, '')
    .replace(/\s+/g, ' ')
    .replace(unprintable, '�')
    .replace(stackedMarks, '$1')
    .trim();
  const characters = Array.from(clean);
  return characters.length <= longest ? clean : `${characters.slice(0, longest - 1).join('')}…`;
}

const otherSpaces = /[\t-\r\u2028\u2029]/g;
const longestLine = 600;

/** A line of an outgoing message: like `printable`, with limited length. @see Note [Borders] */
export function printableLine(line: string): string {
  return printable(line.length > longestLine ? `${line.slice(0, longestLine - 1)}…` : line);
}

/**
 * Sanitizes an outgoing line: no control or direction marks, no newlines, no stacks of marks. Spaces, which lay out the line, are kept.
 * @see Note [Borders]
 */
export function printable(line: string): string {
  return line.replace(colourCodes, '').replace(otherSpaces, ' ').replace(unprintable, '�').replace(stackedMarks, '$1');
}
