import { describeShape } from '../../../checks';
import type { CommonFinding, Finding, SkipReason } from '../../../types';
import { formatApart, formatError, formatNumber } from '../../../words/formatNumber';
import { areCounts } from '../areCounts';
import { ownSentence } from '../ownSentence';
import { advised } from '../advised';
import { advice } from './advice';
import { needsNeighbour, stopped, throwing } from './problems';
import { at, list, plural, subject, type Lines } from '../../../words/english';

const commonFinding = advised(sentences, advice);

/** The message of a failed check. */
export function finding(found: Finding): Lines {
  return ownSentence(found, 'en', commonFinding) ?? commonFinding(found as CommonFinding);
}

function sentences(found: CommonFinding): Lines {
  switch (found.id) {
    case 'throws':
      return throwing(found.error);
    case 'needs-neighbour':
      return needsNeighbour(found.neighbour);
    case 'stopped':
      return stopped(found.outcome);
    case 'not-a-tensor':
      return [`${subject(found.path)} is not a tensor`, `expected a tensor, got ${found.got}`];
    case 'not-a-number':
      return [`${subject(found.path)} is not a number`, `expected a plain number, got ${found.got}`];
    case 'not-a-record': {
      const fields = found.expectedFields.join(', ');
      return [
        'does not return an object with the right fields',
        `expected {${fields}}, got ${found.got}`,
        ...(found.got.startsWith('an array of ') ? [`name each field: return { ${fields}, … }, not a list`] : []),
      ];
    }
    case 'missing-field': {
      const has = found.fields.length === 0 ? 'no fields' : `only ${list(found.fields)}`;
      return [`${found.path} is missing from the result`, `the result has ${has}`];
    }
    case 'wrong-kind':
      return [`${subject(found.path)} is not what is asked for`, `expected ${found.expected}, got ${found.got}`];
    case 'wrong-shape':
      return [`${subject(found.path)} has the wrong shape`, shapes(found)];
    case 'empty':
      return [`${subject(found.path)} is empty`, `${shapes(found)}, which holds no numbers`];
    case 'wrong-length':
      return [
        `${subject(found.path)} has the wrong length`,
        `expected ${plural(found.expected, 'entry', 'entries')}, got ${found.got}`,
      ];
    case 'wrong-dtype':
      return [`${subject(found.path)} has the wrong data type`, `expected ${found.expected}, got ${found.got}`];
    case 'not-finite':
      return notFinite(found);
    case 'values-differ':
      return valuesDiffer(found);
    case 'skipped':
      return [skipped(found.reason)];
  }
}

/** Why a check was skipped. */
export function skipped(reason: SkipReason): string {
  const reasons: Readonly<Record<SkipReason, string>> = {
    todo: 'still to do',
    missing: 'there is no such function',
    unreadable: 'the file could not be read',
    forbidden: 'the exercise calls what it should build itself',
    'reference-first': 'counts once a result matches the reference',
    'laws-first': 'counts once all laws of the exercise hold',
    'loss-first': 'counts once the loss is right',
    'too-long': 'the submission is longer than this exercise allows',
    'no-cases': 'no case could decide it',
    'when-graded': 'answered, checked when graded',
    'points-given': 'withdrawn by the course: everyone gets its points',
    'left-out': 'withdrawn by the course and not counted',
    stopped: 'the function did not get that far',
    infrastructure: 'the grader failed',
  };
  return reasons[reason];
}

function notFinite({ path, got, index, count, total }: Extract<Finding, { id: 'not-finite' }>): Lines {
  const number = formatNumber(got);
  const cause = `such numbers come from dividing by 0, from log(0), ${Number.isNaN(got) ? 'from exp of a large number, and from a field or an entry that is undefined' : 'and from exp of a large number'}`;
  if (total === 1) return [`${subject(path)} is ${number}`, `expected a finite number; ${cause}`];
  return [
    `${subject(path)} contains ${number}`,
    `${number}${at(index, total)}; ${count} of ${total} elements are not finite`,
    cause,
  ];
}

function valuesDiffer(found: Extract<Finding, { id: 'values-differ' }>): Lines {
  const { path, step, index, total, count, relativeError, threshold } = found;
  const after = step === undefined ? '' : ` after call ${step + 1}`;
  const differ = total === 1 ? '' : `; ${count} of ${total} elements differ`;
  const error = areCounts(found)
    ? ''
    : `, relative error ${formatError(relativeError)}, allowed ${formatError(threshold)}`;
  return [
    `${subject(path)}${after} does not match the reference`,
    `${apart(found.expected, found.got)}${at(index, total)}${error}${differ}`,
  ];
}

function shapes({ expected, got }: { readonly expected: readonly number[]; readonly got: readonly number[] }): string {
  return `expected ${describeShape(expected)}, got ${describeShape(got)}`;
}

function apart(expected: number, got: number): string {
  const [a, b] = formatApart(expected, got);
  return `expected ${a}, got ${b}`;
}
