const longest = 300;

// The escape that begins a terminal's colour codes, up to their end.
// eslint-disable-next-line no-control-regex -- control characters are what it is about
const colourCodes = /\u001b\[[0-9;?]*[ -/]*[@-~]/g;

// Control characters, invisible and direction marks (Cf), halves of characters (Cs), separators of lines and
// paragraphs.
const unprintable = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;

/**
 * Text that a submission sent, as it comes in: no control or direction marks, on one line, of bounded length.
 *
 * Note [Borders]: text is cleaned where it crosses one of two borders, and nowhere between: by this when an answer is
 * decoded, and by `printableLine` when a sentence leaves the catalogue of texts.
 */
export function sanitize(text: string): string {
  // What is far too long is cut first, so that no later step takes long.
  const clean = text
    .slice(0, 20 * longest)
    .replace(colourCodes, '')
    .replace(/\s+/g, ' ')
    .replace(unprintable, '�')
    .trim();
  const characters = Array.from(clean);
  return characters.length <= longest ? clean : `${characters.slice(0, longest - 1).join('')}…`;
}

const otherSpaces = /[\t-\r\u2028\u2029]/g;
const longestLine = 600;

/**
 * A line of a message as it leaves, whatever came into it: no control or direction marks, not even an end of a line, and
 * of bounded length. Spaces stay, which lay the line out. @see Note [Borders]
 */
export function printableLine(line: string): string {
  const cut = line.length > longestLine ? `${line.slice(0, longestLine - 1)}…` : line;
  return cut.replace(colourCodes, '').replace(otherSpaces, ' ').replace(unprintable, '�');
}
