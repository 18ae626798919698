import { getLineInfo, type AnyNode } from 'acorn';
import type { ForbiddenCall, SourcePlace } from '../types';
import type { Evaluator } from './forbidden/evaluator';
import { evaluatorFor } from './forbidden/link';
import { reachableUse, type Name } from './forbidden/reachability';
import { placed, placeOf } from './sourcePlaces';
import type { Compiled, ForbiddenUse } from './types';

const evaluators = new WeakMap<Compiled, Evaluator>();

/**
 * The first call of a forbidden library function in an exercise, or in what of the submission's own it uses. To mention one is free,
 * as is a function of the student's own of the same name. Runs nothing; what is put together only at run time stays unseen.
 *
 * @param exercise - name that the function is exported under
 */
export function findForbiddenCall(compiled: Compiled, exercise: string, forbidden: readonly ForbiddenCall[]): ForbiddenUse | undefined {
  const evaluator = analyse(compiled);
  const use = reachableUse(evaluator, evaluator.exported(exercise), forbidden);
  if (use === undefined) return undefined;
  const through = use.through.map((name) => originalName(compiled, name));
  return { call: use.call, place: placeOfNode(compiled, use.node) ?? beginning(compiled), through };
}

/**
 * Reads a submission's code, once for all its exercises.
 *
 * @throws SyntaxError or RangeError for code that compiles but is too deeply nested or tangled to be followed
 */
export function analyse(compiled: Compiled): Evaluator {
  let evaluator = evaluators.get(compiled);
  if (evaluator === undefined) {
    evaluator = evaluatorFor(compiled.code);
    // What can't be followed shows at once, not in the midst of grading.
    reachableUse(evaluator, evaluator.exported(undefined), []);
    evaluators.set(compiled, evaluator);
  }
  return evaluator;
}

function placeOfNode(compiled: Compiled, node: AnyNode): SourcePlace | undefined {
  const { line, column } = getLineInfo(compiled.code, Math.max(node.start, 0));
  return placeOf(compiled, line, column + 1);
}

/** A name as the student wrote it: where files share a name, the compiler renames one. */
function originalName(compiled: Compiled, { text, declaration }: Name): string {
  const place = declaration && placeOfNode(compiled, declaration);
  return place === undefined ? text : (/^[\p{ID_Start}$_][\p{ID_Continue}$]*/u.exec(place.text.slice(place.column - 1))?.[0] ?? text);
}

/** Stands for a place that is in no file, such as what `export *` brings in. */
function beginning({ sources, file }: Compiled): SourcePlace {
  return placed(sources, { file, line: 1, column: 1 }) ?? { file, line: 1, column: 1, text: '' };
}
