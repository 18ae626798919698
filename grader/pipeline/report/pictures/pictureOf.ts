import type { CheckResult, Exercise } from '../../types';
import { heatMapOf } from './heatMapOf';
import { pathOf } from './pathOf';
import type { Picture } from './picture';

/**
 * What a failed check looks like: the path of an optimizer where it walked over a bowl, else where a tensor is wrong.
 *
 * Only public cases are ever shown. Undefined where there is nothing to see.
 */
export function pictureOf({ check, wrongAnswers = [] }: CheckResult, exercise: Exercise): Picture | undefined {
  if (check.kind !== 'reference') return undefined;
  const seen = wrongAnswers.filter((answer) => answer.case.visibility === 'public');
  const path = pathOf(seen, exercise);
  if (path !== undefined) return { ...path.path, ...caseOf(path.answer.case.id, path.answer.case.label, exercise) };
  const heatMap = heatMapOf(seen, check);
  if (heatMap === undefined) return undefined;
  return { ...heatMap.map, ...caseOf(heatMap.answer.case.id, heatMap.answer.case.label, exercise) };
}

function caseOf(id: string, label: string | undefined, { cases }: Exercise): { readonly case: number; readonly label: string | null } {
  const number = cases.filter(({ visibility }) => visibility === 'public').findIndex((one) => one.id === id) + 1;
  return { case: number, label: label ?? null };
}
