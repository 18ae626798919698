import type { Evaluation } from '../types';
import { encodeRequest, limitsOfAnswer, maxCostOf } from './protocol';
import type { Asked } from './SubmissionProcess';

/** Every submission of a class is asked the same. */
const known = new WeakMap<Evaluation, { readonly exercise: string; readonly asked: Asked }>();

/** Encodes an evaluation as a request, once for all submissions. */
export function askedOf(exercise: string, evaluation: Evaluation): Asked {
  const before = known.get(evaluation);
  if (before?.exercise === exercise) return before.asked;
  const request = { kind: 'evaluate', exercise, evaluation } as const;
  const asked = { frame: encodeRequest(request), limits: limitsOfAnswer(request), maxCost: maxCostOf(evaluation) };
  known.set(evaluation, { exercise, asked });
  return asked;
}
