import { cutRegions } from './skeleton/cutRegions';
import { importNotImplementedError } from './skeleton/importNotImplementedError';
import { parseSource } from './skeleton/parseSource';
import { removeUnused } from './skeleton/removeUnused';

/**
 * Generates the students' skeleton from a solution.
 *
 * 1. Code between `// BEGIN SOLUTION: what to do` and `// END SOLUTION` becomes a TODO and a NotImplementedError.
 * 2. NotImplementedError is imported.
 * 3. Helpers and imports that only solutions use are removed.
 *
 * Everything else is unchanged, byte for byte.
 *
 * @param fileName - for messages, such as `solutions/03-losses/losses.ts`
 * @throws with file, line and remedy if the markers are invalid, or the text is not TypeScript
 */
export function cutSkeleton(solutionText: string, fileName: string): string {
  const ofSkeleton = `skeleton of ${fileName}`;
  const cut = cutRegions(withUnixNewlines(solutionText), fileName);
  const skeleton = removeUnused(importNotImplementedError(cut, ofSkeleton), ofSkeleton);
  parseSource(skeleton, ofSkeleton);
  return solutionText.includes('\r\n') ? skeleton.replaceAll('\n', '\r\n') : skeleton;
}

function withUnixNewlines(text: string): string {
  return text.replaceAll('\r\n', '\n');
}
