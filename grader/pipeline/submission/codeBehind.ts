import { CallGraph } from './forbidden/CallGraph';
import { parseBounded } from './parseBounded';

/**
 * A compiled script without those of its exported functions that one of them does not use: while this stays the same,
 * that one returns the same. The script is read once for all of them.
 *
 * @param exercises - names of all that the script should export
 * @returns what is behind the one that it is called with
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
