/** Line number of a position in a text, starting at 1. */
export function lineOf(text: string, at: number): number {
  return text.slice(0, at).split('\n').length;
}
