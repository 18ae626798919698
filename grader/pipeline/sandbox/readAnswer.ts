import type { ExerciseProblem, Outcome, SourcePlace, ThrownError } from '../types';
import type { Response } from './protocol';
import type { Stopped } from './SubmissionProcess';

/** Finds the student's own line in a stack. */
export type Locate = (stack: string) => SourcePlace | undefined;

export function describeStop(answer: Response | Stopped): string {
  if ('kind' in answer) return 'it gave a strange answer';
  if (answer.status === 'timeout') return `it was not ready after ${answer.seconds} s`;
  return answer.status === 'memory' ? 'it ran out of memory' : answer.detail;
}

/** Why code did not load, as if it had thrown. */
export function loadError(answer: Response | Stopped, seconds: number): ThrownError {
  const plain = { exercise: undefined, stack: '', place: undefined };
  if ('kind' in answer && answer.kind === 'failed') return answer.error;
  const isSlow = !('kind' in answer) && answer.status === 'timeout';
  return { name: 'Error', message: isSlow ? `it had not finished loading after ${seconds} s` : describeStop(answer), ...plain };
}

export function notAFunction(type: string | undefined, exports: Readonly<Record<string, string>>): ExerciseProblem {
  if (type !== undefined) return { id: 'not-a-function', got: type };
  return { id: 'missing-export', exports: Object.keys(exports) };
}

export function outcomeOf(answer: Response | Stopped, locate: Locate): Outcome {
  if (!('kind' in answer)) return answer;
  if (answer.kind !== 'outcome') return { status: 'crashed', detail: 'its answers break the protocol' };
  const { outcome } = answer;
  return outcome.status === 'threw' ? { ...outcome, error: { ...outcome.error, place: locate(outcome.error.stack) } } : outcome;
}

export function isTodo(outcome: Outcome, asked: number): boolean {
  return asked === 1 && outcome.status === 'threw' && outcome.error.name === 'NotImplementedError';
}
