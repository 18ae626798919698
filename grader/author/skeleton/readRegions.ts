import { problemAt } from './parseSource';

/** A region of a solution that students don't get, including the lines of both markers. */
export interface Region {
  /** Start of the BEGIN marker's line. */
  readonly start: number;
  /** Start of the line after the END marker. */
  readonly end: number;
  /** Line number, starting at 1. */
  readonly line: number;
  readonly indentation: string;
  readonly todo: string;
}

const marker = /^([ \t]*)\/\/ (?:BEGIN SOLUTION(?:: *(.*))?|(END SOLUTION))$/;
// An unrecognised marker would release the solution, so anything that looks like a marker must be valid.
const almostMarkers = [/\b(?:BEGIN|END)[\s_-]*SOLUTION\b/, /\/\/\s*(?:begin|end)[\s_-]*solution\b/i];

/**
 * Finds the marked regions of a solution, in order.
 *
 * @throws with file, line and remedy if a marker is misspelt, unbalanced, nested or without a text
 */
export function readRegions(text: string, fileName: string): readonly Region[] {
  const regions: Region[] = [];
  let open: Omit<Region, 'end'> | undefined;
  let start = 0;
  for (const [index, withNewline] of text.split(/(?<=\n)/).entries()) {
    const line = index + 1;
    const end = start + withNewline.length;
    const found = marker.exec(withNewline.trimEnd());
    const wrong = (what: string, remedy: string): Error => problemAt(fileName, line, what, remedy);
    if (found === null) {
      if (almostMarkers.some((almost) => almost.test(withNewline))) {
        throw wrong(
          'this looks like a marker of a solution and is none',
          'write // BEGIN SOLUTION: what to do, or // END SOLUTION, on a line of its own',
        );
      }
    } else if (found[3] !== undefined) {
      if (open === undefined)
        throw wrong(
          'END SOLUTION without BEGIN SOLUTION',
          'put // BEGIN SOLUTION: what to do before it, or take it out',
        );
      regions.push({ ...open, end });
      open = undefined;
    } else {
      if (open !== undefined)
        throw wrong(
          `BEGIN SOLUTION inside the solution that began on line ${open.line}`,
          'put // END SOLUTION before it',
        );
      const [, indentation = '', todo = ''] = found;
      if (todo === '')
        throw wrong(
          'BEGIN SOLUTION does not say what to do',
          'write // BEGIN SOLUTION: the result wanted, and the trap',
        );
      open = { start, line, indentation, todo };
    }
    start = end;
  }
  if (open !== undefined)
    throw problemAt(
      fileName,
      open.line,
      'BEGIN SOLUTION without END SOLUTION',
      'put // END SOLUTION after its last line',
    );
  return regions;
}
