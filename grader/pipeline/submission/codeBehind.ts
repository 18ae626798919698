import { CallGraph } from './forbidden/CallGraph';
import { parseBounded } from './parseBounded';

/**
 * A compiled script without the exported functions that a given one does not use: as long as this is unchanged, the
 * function returns the same. The script is parsed once for all exercises.
 *
 * @param exercises - names of all functions that the script should export
 * @returns a function from an exercise's name to the code it depends on
 */
export function codeBehind(code: string, exercises: readonly string[]): (exercise: string) => string {
  const graph = new CallGraph(parseBounded(code, { ecmaVersion: 'latest', sourceType: 'script', ranges: true }));
  return (exercise) => {
    const unused = exercises
      .filter((other) => other !== exercise && !graph.mentions(exercise, other))
      .flatMap((other) => graph.valueOf(other) ?? [])
      .toSorted((a, b) => a.start - b.start);
    let kept = '';
    let end = 0;
    for (const node of unused) {
      kept += code.slice(end, Math.max(end, node.start));
      end = Math.max(end, node.end);
    }
    return kept + code.slice(end);
  };
}
