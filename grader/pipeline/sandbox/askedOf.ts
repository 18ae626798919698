import type { Evaluation } from '../types';
import { encodeRequest, limitsOfAnswer, maxCostOf } from './protocol';
import type { Asked } from './SubmissionProcess';

/** What is asked is the same for every submission of a class. */
const known = new WeakMap<Evaluation, { readonly exercise: string; readonly asked: Asked }>();

/** An evaluation as a question, which is encoded once, however many submissions are asked it. */
export function askedOf(exercise: string, evaluation: Evaluation): Asked {
  const before = known.get(evaluation);
  if (before?.exercise === exercise) return before.asked;
  const request = { kind: 'evaluate', exercise, evaluation } as const;
  const asked = { frame: encodeRequest(request), limits: limitsOfAnswer(request), maxCost: maxCostOf(evaluation) };
  known.set(evaluation, { exercise, asked });
  return asked;
}
