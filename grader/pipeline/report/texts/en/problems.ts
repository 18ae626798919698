import { isInternal, isPromising } from '../../../../execution/guard';
import { unsettledPromise } from '../../../../execution/unsettledPromise';
import type { ExerciseProblem, Outcome, ThrownError } from '../../../types';
import { formatNumber } from '../../../words/formatNumber';
import { bans } from './bans';
import { file } from './files';
import { list, shown, thrown, type Lines } from '../../../words/english';

/** Why an exercise could not be checked. */
export function problem(found: ExerciseProblem): Lines {
  switch (found.status) {
    case 'todo':
      return ['is still to do'];
    case 'needs-neighbour':
      return needsNeighbour(found.neighbour);
    case 'missing-export':
      return [
        'is not exported',
        found.exports.length === 0 ? 'the file exports nothing' : `the file exports ${list(found.exports)}`,
        found.exports.includes('default')
          ? 'what `export default` exports has no name: write `export function …` with exactly this name'
          : 'write `export function …` with exactly this name',
      ];
    case 'not-a-function':
      return ['is not a function', `it is exported as ${found.got}: write \`export function …\` with this name`];
    case 'throws':
      return throwing(found.error);
    case 'forbidden-call': {
      if (found.isHidden === true)
        return ['calls something off limits on hidden cases', 'the handout lists what is off limits'];
      if (isPromising(found.call)) {
        return [
          `calls ${found.call}, which returns a promise, and no one waits for it`,
          ...(found.place === undefined ? [] : shown(found.place)),
          bans.insteadOfPromise,
        ];
      }
      const through = found.through.length === 0 ? '' : ` through ${found.through.join(' → ')}`;
      return [
        `calls ${found.call}${through}, which ${isInternal(found.call) ? bans.reason.internal : bans.reason.answer}`,
        ...(found.place === undefined ? [] : shown(found.place)),
        isInternal(found.call)
          ? 'tf.tidy and tf.keep look after memory, and building blocks such as tf.exp and tf.sum compute'
          : 'compute it from the formula instead; building blocks such as tf.exp and tf.sum are welcome',
        'the handout lists what is off limits',
      ];
    }
    case 'too-long':
      return [
        'is too long',
        `compiled, the file and what it imports take ${kilobytes(found.bytes)} kB; the limit is ${kilobytes(found.maxBytes)} kB`,
        'submit the code that learns, not what it has learnt',
      ];
    case 'stopped':
      return stopped(found.outcome);
    case 'file':
      return file(found.problem);
    case 'answers':
      return [
        'has no readable answer',
        `${found.file}${found.line === undefined ? '' : `, line ${found.line}`}: ${found.why}`,
        'write each answer on a line of its own, `name: answer`, and put a text with a colon or # in "quotes"',
      ];
    case 'infrastructure':
      return [
        'could not be graded',
        'the grader or its machine failed, not your code; it will be graded again',
        found.detail,
      ];
  }
}

// Rounded up: a size over the limit must not look as if it met it.
function kilobytes(bytes: number): number {
  return Math.ceil(bytes / 1000);
}

/** A function that returns nothing, because it throws or because its promise never settles. */
export function throwing(error: ThrownError): Lines {
  if (error.name !== unsettledPromise) return ['throws an error', ...thrown(error)];
  return [
    'never resolves its promise',
    'does it await something that never settles, or is there a new Promise(…) that does not always call resolve?',
  ];
}

export function needsNeighbour(neighbour: string): Lines {
  return [`needs ${neighbour}, still to do`, `your function calls ${neighbour}: write that one first`];
}

/** An evaluation without a result: out of time, out of memory, or the process has ended. */
export function stopped(outcome: Outcome): Lines {
  switch (outcome.status) {
    case 'timeout':
      if (outcome.of === 'submission')
        return [
          'did not finish',
          `the submission used up the ${formatNumber(outcome.seconds)} s of computing that it has in all`,
        ];
      if (outcome.of === 'judging')
        return [
          'gave answers that could not be judged in time',
          `the grader was still judging them after ${formatNumber(outcome.seconds)} s; right answers take a fraction of a second`,
          'return what the handout asks for, and no more',
        ];
      return ['did not finish', `stopped after ${formatNumber(outcome.seconds)} s: is there a loop that never ends?`];
    case 'memory':
      return [
        'ran out of memory',
        'do tensors or arrays grow in a loop? tf.tidy(() => …) frees what a step no longer needs',
      ];
    case 'crashed':
      return ['crashed its process', outcome.detail];
    default:
      return ['did not finish'];
  }
}

/** Code started by functions runs on endlessly after they return, so the checks can't continue. */
export function hangs(started: readonly string[], passed: number, checks: number): Lines {
  return [
    `${list(started)} › something started here never ends, so the checks stop`,
    'is there an endless loop in an async function, a .then(…) or a timer?',
    `${passed} of ${checks} checks passed before`,
  ];
}
