import type { ExerciseProblem, Outcome, SourcePlace, ThrownError } from '../types';
import type { Response } from './protocol';
import type { Stopped } from './SubmissionProcess';

/** Finds the student's own line in a stack. */
export type Locate = (stack: string) => SourcePlace | undefined;

export function describeStop(answer: Response | Stopped): string {
  switch (answer.status) {
    case 'timeout':
      return `it was not ready after ${answer.seconds} s`;
    case 'memory':
      return 'it ran out of memory';
    case 'crashed':
      return answer.detail;
    default:
      return 'it gave an answer to another question';
  }
}

/** Why code did not load, as if it had thrown. */
export function loadError(answer: Response | Stopped, seconds: number): ThrownError {
  if (answer.status === 'failed') return answer.error;
  const message = answer.status === 'timeout' ? `it had not finished loading after ${seconds} s` : describeStop(answer);
  return { name: 'Error', message, exercise: undefined, stack: '', place: undefined };
}

export function notAFunction(type: string | undefined, exports: Readonly<Record<string, string>>): ExerciseProblem {
  if (type !== undefined) return { status: 'not-a-function', got: type };
  return { status: 'missing-export', exports: Object.keys(exports) };
}

export function outcomeOf(answer: Response | Stopped, locate: Locate): Outcome {
  switch (answer.status) {
    case 'timeout':
    case 'memory':
    case 'crashed':
      return answer;
    case 'outcome':
      return withPlace(answer.outcome, locate);
    default:
      return { status: 'crashed', detail: 'its answers break the protocol' };
  }
}

function withPlace(outcome: Outcome, locate: Locate): Outcome {
  return outcome.status === 'threw'
    ? { ...outcome, error: { ...outcome.error, place: locate(outcome.error.stack) } }
    : outcome;
}

/** If the operating system refuses memory before `UsageWatch` sees it used, JavaScript throws. */
export function withoutMemory(outcome: Outcome, process: { readonly isFull: boolean }): Outcome {
  const isRefused =
    outcome.status === 'threw' &&
    outcome.error.name === 'RangeError' &&
    /allocation failed/i.test(outcome.error.message);
  return isRefused && process.isFull ? { status: 'memory' } : outcome;
}
