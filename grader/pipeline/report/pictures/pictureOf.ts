import type { CheckResult, Exercise, Labelled, WrongAnswer } from '../../types';
import { heatMapOf } from './heatMapOf';
import { pathOf } from './pathOf';
import type { Picture } from './picture';

/**
 * A picture of a failed check: the path of an optimizer if it walked over a bowl, otherwise where a tensor is wrong.
 *
 * Only public cases are ever shown. Undefined if there is nothing to see.
 *
 * @param labelOf - the label of a case, in the reader's language
 */
export function pictureOf(
  { check, wrongAnswers = [] }: CheckResult,
  exercise: Exercise,
  labelOf: (labelled: Labelled) => string,
): Picture | undefined {
  const captionOf = ({ case: { id, label, translations } }: WrongAnswer): Caption => {
    const number =
      exercise.cases.filter(({ visibility }) => visibility === 'public').findIndex((one) => one.id === id) + 1;
    return { case: number, label: label === undefined ? null : labelOf({ label, translations }) };
  };
  if (check.kind !== 'reference') return undefined;
  const seen = wrongAnswers.filter((answer) => answer.case.visibility === 'public');
  const path = pathOf(seen, exercise);
  if (path !== undefined) return { ...path.path, ...captionOf(path.answer) };
  const heatMap = heatMapOf(seen, check);
  if (heatMap === undefined) return undefined;
  return { ...heatMap.map, ...captionOf(heatMap.answer) };
}

type Caption = Pick<Picture, 'case' | 'label'>;
