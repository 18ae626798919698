import { parseSource, problemAt } from './parseSource';
import { placeOfRegion } from './placeOfRegion';
import { readRegions, type Region } from './readRegions';
import { applyEdits, type TextEdit } from './textEdits';

/** Widest comment line. */
const commentWidth = 100;

/**
 * Replaces the first marked region of each exported function by a TODO and a NotImplementedError, and removes all
 * others.
 *
 * @throws with file, line and remedy if there is no region, or an invalid one
 */
export function cutRegions(text: string, fileName: string): string {
  const regions = readRegions(text, fileName);
  if (regions.length === 0) {
    throw problemAt(
      fileName,
      1,
      'there is no BEGIN SOLUTION, so students would be given everything',
      'mark what they are to write',
    );
  }
  const { source } = parseSource(text, fileName);
  const begun = new Set<string>();
  const edits = regions.map((region): TextEdit => {
    const place = placeOfRegion(region, source, fileName);
    const vanishes = place.kind === 'top' || begun.has(place.name);
    if (place.kind === 'function') begun.add(place.name);
    return { start: region.start, end: region.end, text: vanishes ? '' : stillToDo(region, place.name) };
  });
  return applyEdits(text, edits);
}

function stillToDo({ indentation, todo }: Region, name: string): string {
  const lines = [...todoComment(todo, commentWidth - indentation.length), `throw new NotImplementedError('${name}');`];
  return lines.map((line) => `${indentation}${line}\n`).join('');
}

function todoComment(todo: string, width: number): readonly string[] {
  const [first = '', ...words] = todo.split(/\s+/);
  const lines: string[] = [];
  let line = `// TODO: ${first}`;
  for (const word of words) {
    const longer = `${line} ${word}`;
    // Characters such as 𝜆 count once.
    if ([...longer].length <= width) line = longer;
    else {
      lines.push(line);
      line = `//       ${word}`;
    }
  }
  return [...lines, line];
}
