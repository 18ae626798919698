import { describeShape } from '../../checks';
import type {
  Check,
  ExerciseProblem,
  ExerciseStatus,
  FileProblem,
  Finding,
  GradientPlace,
  SkipReason,
  SourcePlace,
  ThrownError,
} from '../../types';
import type { Value, ValueRecord } from '../../values';
import { formatApart, formatError, formatNumber } from '../formatNumber';
import { formatValue } from '../formatValue';
import { sanitize } from '../sanitize';

/** A field's name, or words for the thing itself. */
const subject = (path: string): string => (path === '' ? 'the result' : path);
const at = (index: readonly number[]): string => (index.length === 0 ? '' : ` at [${index.join(', ')}]`);
const plural = (count: number, one: string): string => `${count} ${one}${count === 1 ? '' : 's'}`;
const elements = (count: number, total: number): string => `${count} of ${total} element${total === 1 ? '' : 's'}`;
const place = ({ file, line }: SourcePlace): string => `${file}:${line}`;

function shown({ file, line, column, text }: SourcePlace): readonly string[] {
  const start = Math.max(0, text.length - text.trimStart().length);
  const code = sanitize(text);
  return [`${file}:${line}:${column}`, `  ${code}`, `  ${' '.repeat(Math.max(0, Math.min(code.length, column - 1 - start)))}^`];
}

function thrown({ name, message, place: where }: ThrownError): string {
  return `${sanitize(name)}: ${sanitize(message)}${where === undefined ? '' : `   (${place(where)})`}`;
}

const word = (value: Value): string => (typeof value === 'string' ? value : '');

const laws: Readonly<Record<string, (parameters: ValueRecord) => string>> = {
  rowsSumTo: ({ field, sum }) => `each row of ${typeof field === 'string' ? field : 'the result'} sums to ${formatValue(sum)}`,
  unchangedUnder: ({ transform, argument }) => `${transformed[word(transform)] ?? word(transform)} ${word(argument)} changes nothing`,
  scalesWith: ({ argument, factor, power }) =>
    Number(power) === 0
      ? `scaling ${word(argument)} changes nothing`
      : `${formatValue(factor)}·${word(argument)} gives ${formatNumber(Number(factor) ** Number(power))} times the result`,
  sameAgain: () => 'the same inputs give the same result again',
  firstRowIs: ({ argument }) => `the first row is ${word(argument)}`,
};

const transformed: Readonly<Record<string, string>> = {
  addConstantToEachRow: 'adding a constant to each row of',
  addSameRowToAllRows: 'adding the same row to all rows of',
  addConstant: 'adding a constant to',
  transpose: 'transposing',
  negate: 'changing the sign of',
};

/** Every sentence of the grader, in English. Another language is another object of this type. */
export const en = {
  status: {
    passed: 'passed',
    failed: 'failed',
    todo: 'todo',
    error: 'error',
    timeout: 'timeout',
    memory: 'memory',
    forbidden: 'forbidden',
    crashed: 'crashed',
    infrastructure: 'not graded',
  } satisfies Record<ExerciseStatus, string>,

  law: (name: string, parameters: ValueRecord): string => laws[name]?.(parameters) ?? name,

  /** What a check claims. */
  checkName(check: Check): string {
    switch (check.kind) {
      case 'reference':
        return `${subject(check.field ?? '')} matches the reference${about(check)}`;
      case 'gradient':
        return check.part === 'regularization'
          ? `the regularization part of ${check.gradientField} passes the gradient check`
          : `${check.gradientField} passes the gradient check`;
      case 'property':
        return this.law(check.law, check.parameters);
      case 'input':
        return 'its inputs are left as they were';
      case 'leak':
        return 'no tensor is left behind';
      case 'kernels':
        return 'it works on whole tensors, without a loop over the data';
    }
  },

  /** What a failed check has to say: a claim first, then details, a line each. */
  finding(finding: Finding): readonly [claim: string, ...details: string[]] {
    switch (finding.id) {
      case 'throws':
        return [
          'throws an error',
          thrown(finding.error),
          ...(finding.error.place === undefined ? [] : shown(finding.error.place).slice(1)),
        ];
      case 'needs-neighbour':
        return [`needs ${sanitize(finding.neighbour)}, still to do`];
      case 'stopped':
        return this.stopped(finding.outcome.status, finding.outcome);
      case 'not-a-tensor':
        return [
          `${subject(finding.path)} is not a tensor`,
          `expected a tensor, got ${sanitize(finding.got)}`,
          ...promiseAdvice(finding.got),
        ];
      case 'not-a-number':
        return [
          `${subject(finding.path)} is not a number`,
          `expected a plain number, got ${sanitize(finding.got)}`,
          ...scalarAdvice(finding.got),
        ];
      case 'not-a-record':
        return [
          'does not return an object with the right fields',
          `expected {${finding.expectedFields.join(', ')}}, got ${sanitize(finding.got)}`,
          ...promiseAdvice(finding.got),
        ];
      case 'missing-field':
        return [
          `${finding.path} is missing from the result`,
          `the result has ${finding.fields.length === 0 ? 'no fields' : sanitize(finding.fields.join(', '))}`,
        ];
      case 'wrong-kind':
        return [`${subject(finding.path)} is not what is asked for`, `expected ${finding.expected}, got ${sanitize(finding.got)}`];
      case 'wrong-shape':
        return [
          `${subject(finding.path)} has the wrong shape`,
          `expected ${describeShape(finding.expected)}, got ${describeShape(finding.got)}`,
        ];
      case 'empty':
        return [
          `${subject(finding.path)} is empty`,
          `expected ${describeShape(finding.expected)}, got ${describeShape(finding.got)}, which holds no numbers`,
        ];
      case 'wrong-length':
        return [`${subject(finding.path)} has the wrong length`, `expected ${finding.expected} entries, got ${finding.got}`];
      case 'wrong-dtype':
        return [`${subject(finding.path)} has the wrong data type`, `expected ${finding.expected}, got ${finding.got}`];
      case 'not-finite':
        return [
          `${subject(finding.path)} contains ${formatNumber(finding.got)}`,
          `${formatNumber(finding.got)}${at(finding.index)}; ${elements(finding.count, finding.total)} ${finding.total === 1 ? 'is' : 'are'} not finite`,
        ];
      case 'values-differ': {
        const [expected, got] = formatApart(finding.expected, finding.got);
        const step = finding.step === undefined ? '' : ` after call ${finding.step + 1}`;
        return [
          `${subject(finding.path)}${step} does not match the reference`,
          `expected ${expected}, got ${got}${at(finding.index)}, relative error ${formatError(finding.relativeError)}, allowed ${formatError(finding.threshold)}` +
            (finding.total === 1 ? '' : `; ${elements(finding.count, finding.total)} differ`),
        ];
      }
      case 'gradient-differs': {
        const [numerical, analytic] = formatApart(finding.numerical, finding.analytic);
        const part = finding.part === 'regularization' ? 'the regularization part of ' : '';
        return [
          `${part}${finding.path} does not pass the gradient check`,
          `central differences of your own loss give ${numerical}, ${finding.path} has ${analytic}${gradientPlace(finding.at)}`,
          `relative error ${formatError(finding.relativeError)}: ${finding.relativeError < 1e-3 ? 'suspicious, probably a small mistake' : 'wrong'}; allowed 1e-5`,
          ...leftOut(finding.leftOut, finding.compared),
        ];
      }
      case 'gradient-passes':
        return [`relative error ${formatError(finding.relativeError)}: ${finding.verdict}`, ...leftOut(finding.leftOut, finding.compared)];
      case 'gradient-undecided':
        return [
          'the loss is not smooth enough to differentiate',
          `${finding.leftOut} of ${finding.total} elements seem to lie at a kink; only few do for the right loss`,
        ];
      case 'law-broken': {
        const details = Number.isNaN(finding.expected) ? 'the results have another structure' : apart(finding.expected, finding.got);
        return [`it is not so that ${this.law(finding.law, finding.parameters)}`, `${finding.where}: ${details}`];
      }
      case 'input-disposed':
        return [`disposes its input ${finding.inputs.join(', ')}`, 'inputs belong to the caller, who goes on using them'];
      case 'input-changed':
        return [`changes its input ${finding.inputs.join(', ')}`, 'inputs must be left as they were: return new tensors and objects'];
      case 'input-returned':
        return [
          `hands back its input ${finding.inputs.join(', ')} itself`,
          'where a new tensor is due, the caller may dispose one and keep the other',
        ];
      case 'leaks':
        return [
          `leaves ${plural(finding.tensors, 'tensor')} allocated`,
          'only what is returned may stay: wrap the body in tf.tidy(() => …)',
        ];
      case 'kernels-grow':
        return [
          'works harder for more data',
          `${finding.small} kernels ran on the small case, ${finding.large} on the large one: a loop over rows where a tensor operation would do`,
        ];
      case 'skipped':
        return [this.skipped(finding.reason)];
    }
  },

  stopped(status: string, outcome: object): readonly [string, ...string[]] {
    if (status === 'timeout')
      return [
        'did not finish',
        `stopped after ${formatNumber((outcome as { seconds: number }).seconds)} s: is there a loop that never ends?`,
      ];
    if (status === 'memory') return ['ran out of memory', 'do tensors or arrays grow in a loop?'];
    const { detail = '' } = outcome as { detail?: string };
    return ['took its process down', sanitize(detail)];
  },

  skipped(reason: SkipReason): string {
    const reasons: Record<SkipReason, string> = {
      todo: 'still to do',
      missing: 'there is no such function',
      unreadable: 'the file could not be read',
      forbidden: 'the exercise calls what it should build itself',
      'reference-first': 'counts once a result matches the reference',
      'laws-first': 'counts once all laws of the exercise hold',
      'loss-first': 'counts once the loss is right',
      'no-cases': 'no case could decide it',
      stopped: 'the function did not get that far',
    };
    return reasons[reason];
  },

  problem(problem: ExerciseProblem): readonly [claim: string, ...details: string[]] {
    switch (problem.id) {
      case 'todo':
        return ['is still to do'];
      case 'needs-neighbour':
        return [`needs ${sanitize(problem.neighbour)}, still to do`];
      case 'missing-export':
        return [
          'is not exported',
          problem.exports.length === 0 ? 'the file exports nothing' : `the file exports ${sanitize(problem.exports.join(', '))}`,
          'write `export function …` with exactly this name',
        ];
      case 'not-a-function':
        return ['is not a function', `it is exported as ${sanitize(problem.got)}`];
      case 'throws':
        return this.finding({ id: 'throws', error: problem.error });
      case 'forbidden-call': {
        const through = problem.through.length === 0 ? '' : ` through ${problem.through.map(sanitize).join(' → ')}`;
        return [
          `calls ${sanitize(problem.call)}${through}, which this exercise is about`,
          ...shown(problem.place),
          'compute it from the formula instead; building blocks such as tf.exp and tf.sum are welcome',
        ];
      }
      case 'stopped':
        return this.stopped(problem.outcome.status, problem.outcome);
      case 'file':
        return this.file(problem.problem);
    }
  },

  file(problem: FileProblem): readonly [claim: string, ...details: string[]] {
    switch (problem.id) {
      case 'missing':
        return ['not submitted', `there is no ${problem.file}`];
      case 'ambiguous':
        return ['more than one file could be meant', ...problem.candidates.map(sanitize), 'keep one'];
      case 'unreadable':
        return [`${sanitize(problem.file)} can't be read`, sanitize(problem.reason)];
      case 'does-not-compile':
        return ['does not compile', sanitize(problem.message), ...(problem.place === undefined ? [] : shown(problem.place))];
      case 'does-not-load':
        return [
          'throws an error while it loads',
          thrown(problem.error),
          ...(problem.error.place === undefined ? [] : shown(problem.error.place).slice(1)),
        ];
    }
  },

  smallestCase: 'smallest case',
  where: (label: string): string => `where ${label}`,
  alreadyRight: (what: readonly string[]): string => `Already right: ${what.join(', ')}.`,
  hint: (number: number, text: string, exercise: string): string =>
    `Hint ${number} of 3: ${text}${number < 3 ? `   (next: npm run hint -- ${exercise})` : ''}`,
  carried: (neighbour: string, mistake: string): string =>
    `This follows from ${neighbour} (${mistake}): mend that first. Until then most points are kept.`,
  replay: (assignment: string, exercise: string): string => `Replay: npm test -- ${assignment} -t ${exercise}`,
  publicCase: (number: number): string => `(public case ${number})`,
  hiddenCase: (number: number): string => `(hidden case ${number})`,
  onHidden: (name: string): string => `“${name}” fails on a hidden case, whose numbers are not shown; it passes on the public ones`,
  hiddenAdvice: 'Hidden cases are of the same kinds as the public ones, with other numbers: try sizes and values of your own.',
};

export type Texts = typeof en;

// A check on chosen cases has an id of its own, `adamStep.severalSteps`, which says what they are about.
function about({ id, field = 'result' }: Extract<Check, { kind: 'reference' }>): string {
  const own = id.slice(id.indexOf('.') + 1);
  return own === field ? '' : `: ${own.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)}`;
}

function gradientPlace(where: GradientPlace): string {
  return 'element' in where ? at(where.element) : ' along a random direction';
}

function leftOut(count: number, compared: number): readonly string[] {
  return count === 0 ? [] : [`${plural(count, 'element')} at a kink of the loss left out, ${compared} compared`];
}

function apart(expected: number, got: number): string {
  const [a, b] = formatApart(expected, got);
  return `expected ${a}, got ${b}`;
}

function promiseAdvice(got: string): readonly string[] {
  return got === 'a Promise' ? ['exercises are synchronous: no async, no await'] : [];
}

function scalarAdvice(got: string): readonly string[] {
  return got === 'a rank-0 tensor' ? ['read the number out of the tensor with .dataSync()[0]'] : [];
}
