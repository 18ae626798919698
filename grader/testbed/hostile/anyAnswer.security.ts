/**
 * Whatever a submission's process sends that can be decoded, judging it gives a verdict, throws nothing, and says what
 * fits on a page: for every check of the course, with the law and the cases that it really has.
 */
import { join } from 'node:path';
import fc from 'fast-check';
import { studentPage } from '../../class/pages';
import { curriculum } from '../../curriculum';
import { isArrayValue, isRecordValue, sizeOf, TensorValue, Unsendable, type Value } from '../../execution/values';
import { askInRounds, checkExercise, type PlannedEvaluation } from '../../pipeline/checks';
import { loadPublicAssignment, readCourse } from '../../pipeline/course';
import { textsFor, toJson, type SubmissionResult } from '../../pipeline/report';
import { decodeResponse } from '../../pipeline/sandbox/decodeResponse';
import { encodeResponse } from '../../pipeline/sandbox/protocol';
import { scoreAssignment, totalScore } from '../../pipeline/score';
import type { Assignment, Exercise, ExerciseResult, Observation, Outcome } from '../../pipeline/types';

const root = join(__dirname, '../../..');
/** For each exercise. */
const runs = Number(process.env.DESCENT_TEST_RUNS ?? 12);

let assignments: readonly Assignment[];
beforeAll(async () => {
  const { assignments: ids } = await readCourse(root);
  assignments = await Promise.all(ids.map((id) => loadPublicAssignment({ root, engine: root, curriculum }, id)));
});

const honest: Observation = {
  leakedTensors: 0,
  kernels: 0,
  changedInputs: [],
  disposedInputs: [],
  returnedInputs: [],
  callbackCalls: [],
};

/** As it is after the way from one process to the other. */
function sent(outcome: Outcome): Outcome {
  const { header, payload } = encodeResponse(1, { status: 'outcome', outcome });
  const numbers = Float64Array.from(payload.flatMap((chunk) => Array.from(chunk)));
  const { response } = decodeResponse({ header: JSON.parse(JSON.stringify(header)) as unknown, payload: numbers });
  if (response.status !== 'outcome') throw new Error('an outcome became something else');
  return response.outcome;
}

/** What a right answer to an evaluation is, where it is known. */
function rightValues(exercise: Exercise, { id, evaluation }: PlannedEvaluation): readonly Value[] {
  if (evaluation.kind === 'differences') {
    const { length } = evaluation.shifts.rows;
    return [new TensorValue([length / 2], 'float32', new Float64Array(length / 2).fill(1))];
  }
  const expected = exercise.cases.find((one) => one.id === id)?.expected;
  if (expected?.status === 'returned') return expected.values;
  return evaluation.calls.map(() => 1);
}

/** The same with each number changed, or each tensor. */
function changed(value: Value, tensor: (one: TensorValue) => Value, number: (one: number) => Value): Value {
  if (typeof value === 'number') return number(value);
  if (value instanceof TensorValue) return tensor(value);
  if (typeof value !== 'object') return value;
  if (isArrayValue(value)) return value.map((item) => changed(item, tensor, number));
  if (!isRecordValue(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([field, item]) => [field, changed(item, tensor, number)]));
}

const strange = [NaN, Infinity, -Infinity, -0, 1e308, 5e-324, 2 ** 53, 0.1];
const numbers = fc.oneof(fc.constantFrom(...strange), fc.double(), fc.integer({ min: -3, max: 9 }));
const dtypes = fc.constantFrom('float32', 'int32', 'bool', 'complex64', 'string');
const tensors = fc
  .record({ shape: fc.array(fc.integer({ min: 0, max: 3 }), { maxLength: 4 }), dtype: dtypes, fill: numbers })
  .map(({ shape, dtype, fill }): Value => {
    const size = dtype === 'string' ? 0 : sizeOf(shape);
    return new TensorValue(shape, dtype, new Float64Array(size).fill(fill));
  });
const anything = fc.letrec<{ value: Value }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    tensors,
    numbers,
    fc.constantFrom<Value>(undefined, true, 'text', '', new Unsendable('a Promise')),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(fc.constantFrom('loss', 'dW', 'w', 'train', '__proto__', 'length', '0'), tie('value'), {
      maxKeys: 4,
    }),
  ),
})).value;

type Change = (right: readonly Value[]) => readonly Value[];
const changes: fc.Arbitrary<Change> = fc.oneof(
  fc.constant<Change>((right) => right),
  numbers.map(
    (number): Change =>
      (right) =>
        right.map((one) => changed(one, filled(number), () => number)),
  ),
  fc.constant<Change>((right) => right.map((one) => changed(one, flattened, (number) => number))),
  fc.constant<Change>((right) => right.map((one) => changed(one, asText, String))),
  fc.array(anything, { maxLength: 3 }).map(
    (values): Change =>
      () =>
        values,
  ),
  anything.map(
    (value): Change =>
      (right) =>
        right.map(() => value),
  ),
);
const filled =
  (number: number) =>
  (tensor: TensorValue): Value =>
    new TensorValue(tensor.shape, tensor.dtype, new Float64Array(tensor.values.length).fill(number));
const flattened = ({ dtype, values }: TensorValue): Value => new TensorValue([values.length], dtype, values);
const asText = ({ shape }: TensorValue): Value => new TensorValue(shape, 'string', new Float64Array(0));

const paths = fc.array(fc.constantFrom('0', '1.m', '9', '', 'x.y.z', '-1'), { maxLength: 3 });
const observations: fc.Arbitrary<Observation> = fc.record({
  leakedTensors: fc.constantFrom(0, 1, 2 ** 53 - 1),
  kernels: fc.constantFrom(0, 7, 2 ** 53 - 1),
  changedInputs: paths,
  disposedInputs: paths,
  returnedInputs: paths,
  callbackCalls: fc.array(
    fc.record({
      name: fc.constantFrom('sgd', 'f', ''),
      arguments: fc.array(anything, { maxLength: 3 }),
      result: anything,
    }),
    { maxLength: 4 },
  ),
});
const text = fc.constantFrom('', 'NotImplementedError', 'softmax', '\u001b]0;x\u0007', '\u202e');
const answers: fc.Arbitrary<(right: readonly Value[]) => Outcome> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.tuple(changes, fc.oneof(fc.constant(honest), observations)).map(
      ([change, observed]) =>
        (right: readonly Value[]): Outcome =>
          sent({ status: 'returned', values: change(right), observed }),
    ),
  },
  {
    weight: 1,
    arbitrary: fc
      .record({ name: text, message: text, exercise: fc.option(text, { nil: undefined }), stack: text })
      .map((error) => (): Outcome => sent({ status: 'threw', error: { ...error, place: undefined } })),
  },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom<Outcome>({ status: 'timeout', seconds: 1 }, { status: 'memory' }, { status: 'crashed', detail: '' })
      .map((outcome) => (): Outcome => outcome),
  },
);

/** Asks as the sandbox would; answers come one after the other, and again from the first. */
function verdictOn(exercise: Exercise, given: readonly ((right: readonly Value[]) => Outcome)[]): ExerciseResult {
  let at = 0;
  const outcomes = askInRounds(exercise, () => (asked) => {
    const answer = given[at % given.length] ?? (() => ({ status: 'memory' as const }));
    at += 1;
    return answer(rightValues(exercise, asked));
  });
  return checkExercise(exercise, { status: 'answered', outcomes, durationMs: 0 });
}

it('should give every check of the course a verdict, whatever is answered', () => {
  // A failure prints its seed and path: fc.assert(…, {seed, path}) replays it.
  for (const { exercises } of assignments)
    for (const exercise of exercises)
      fc.assert(
        fc.property(fc.array(answers, { minLength: 1, maxLength: 4 }), (given) => {
          const { checks } = verdictOn(exercise, given);
          expect(checks).toHaveLength(exercise.checks.length);
          for (const { status } of checks) expect(['passed', 'failed', 'skipped']).toContain(status);
        }),
        { numRuns: runs },
      );
});

const provenance = {
  submission: 'someone',
  scope: 'public',
  seedLabel: '00000000',
  isolation: 'bubblewrap',
  graderVersion: '0',
  specHash: '0',
  node: '0',
  tfjs: '0',
} as const;

/** Every sentence of a result, whoever reads it. */
function messagesOf({ assignments: graded }: SubmissionResult): readonly string[] {
  return graded.flatMap(({ message, exercises }) => [
    message,
    ...exercises.flatMap(({ message: own, studentMessage = '', checks }) => [
      own,
      studentMessage,
      ...checks.flatMap((check) => [check.message, check.studentMessage]),
    ]),
  ]);
}

const evil = `\u001b[2J\u001b]0;owned\u0007\n\u202e<img src=x onerror=alert(1)>${'&'.repeat(700)}`;
const manyNames = Array.from({ length: 40 }, (_, index) => `${index}.${evil}`);
const loud: Observation = {
  ...honest,
  leakedTensors: 2 ** 53 - 1,
  changedInputs: manyNames,
  returnedInputs: manyNames,
};

/** Those that say as much as they can, by what they say it with. */
const talkative: Readonly<Record<string, (right: readonly Value[]) => Outcome>> = {
  'with wrong numbers': (right) =>
    sent({
      status: 'returned',
      values: right.map((one) => changed(one, half, (number) => number / 3 + 0.1)),
      observed: honest,
    }),
  'with names of fields': (right) =>
    sent({
      status: 'returned',
      values: right.map(() => Object.fromEntries(manyNames.map((name): [string, Value] => [name, 1]))),
      observed: honest,
    }),
  'with names of inputs': (right) => sent({ status: 'returned', values: right, observed: loud }),
  'with texts': (right) => sent({ status: 'returned', values: right.map(() => evil), observed: honest }),
  'with descriptions': (right) =>
    sent({ status: 'returned', values: right.map(() => new Unsendable(evil)), observed: honest }),
  'with an error': () =>
    sent({
      status: 'threw',
      error: {
        name: evil,
        message: evil,
        exercise: evil,
        stack: evil,
        place: { file: evil, line: 1, column: 1e9, text: evil },
      },
    }),
  'with an end': () => ({ status: 'crashed', detail: evil }),
};
const half = ({ shape, dtype, values }: TensorValue): Value =>
  new TensorValue(
    shape,
    dtype,
    values.map((value) => value / 3 + 0.1),
  );

describe.each(Object.entries(talkative))('a submission that answers everything %s', (_with, answer) => {
  it.each(['en', 'zh'] as const)(
    'should have a page below 1 MB, and say nothing that a terminal obeys (%s)',
    (language) => {
      const graded = assignments.map((assignment) =>
        scoreAssignment({
          assignment,
          status: 'graded',
          problem: undefined,
          exercises: assignment.exercises.map((exercise) => verdictOn(exercise, [answer])),
        }),
      );
      const result = toJson(totalScore(graded), provenance, textsFor(language));
      expect(result.score).toBeLessThan(result.maxScore);
      expect(studentPage(result).length).toBeLessThan(2 ** 20);
      for (const said of messagesOf(result)) expect(said).not.toMatch(/[^\P{C}\n]/u);
    },
  );
});
