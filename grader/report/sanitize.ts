const longest = 300;

// Control characters (with the escape that begins a terminal's colour codes), and the marks that turn text around.
// eslint-disable-next-line no-control-regex -- control characters are what it is about
const unprintable = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g;
// eslint-disable-next-line no-control-regex -- as above
const colourCodes = /\u001b\[[0-9;?]*[ -/]*[@-~]/g;

/** Text that a student wrote, fit for a terminal or a page: no control or direction marks, on one line, of bounded length. */
export function sanitize(text: string): string {
  const clean = text.replace(colourCodes, '').replace(/\s+/g, ' ').replace(unprintable, '�').trim();
  return clean.length <= longest ? clean : `${clean.slice(0, longest - 1)}…`;
}
