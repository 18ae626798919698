/** Any decodable answer of a submission's process gets a verdict from every check of the course, and fits on a page. */
import { join } from 'node:path';
import fc from 'fast-check';
import { studentPage } from '../../class/pages';
import { curriculum } from '../../curriculum';
import { TensorValue, Unsendable, type Value } from '../../execution/values';
import { askInRounds, checkOutcomes } from '../../pipeline/checks';
import { loadPublicAssignment, readCourse } from '../../pipeline/course';
import { textsFor, toJson, type SubmissionResult } from '../../pipeline/report';
import { scoreAssignment, totalScore } from '../../pipeline/score';
import type { Assignment, Exercise, ExerciseResult, Observation } from '../../pipeline/types';
import { answers, honest, mapValue, rightValues, transmit, type Answer } from './randomAnswers';

const root = join(__dirname, '../../..');
/** Runs per exercise. */
const runs = Number(process.env.DESCENT_TEST_RUNS ?? 12);

let assignments: readonly Assignment[];
beforeAll(async () => {
  const { assignments: ids } = await readCourse(root);
  assignments = await Promise.all(ids.map((id) => loadPublicAssignment({ root, engine: root, curriculum }, id)));
});

/** Judges an exercise on the given answers, used in turn. */
function verdictOn(exercise: Exercise, given: readonly Answer[]): ExerciseResult {
  let at = 0;
  const outcomes = askInRounds(exercise, () => (asked) => {
    const answer = given[at % given.length] ?? (() => ({ status: 'memory' as const }));
    at += 1;
    return answer(rightValues(exercise, asked));
  });
  return checkOutcomes(exercise, outcomes);
}

it('should give every check of the course a verdict for any answer', () => {
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

/** All messages of a result, for staff and students. */
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
const verbose: Observation = {
  ...honest,
  leakedTensors: 2 ** 53 - 1,
  changedInputs: manyNames,
  returnedInputs: manyNames,
};

/** Answers with as much text as possible, by the carrier of the text. */
const verboseAnswers: Readonly<Record<string, Answer>> = {
  'with wrong numbers': (right) =>
    transmit({
      status: 'returned',
      values: right.map((one) => mapValue(one, half, (number) => number / 3 + 0.1)),
      observed: honest,
    }),
  'with names of fields': (right) =>
    transmit({
      status: 'returned',
      values: right.map(() => Object.fromEntries(manyNames.map((name): [string, Value] => [name, 1]))),
      observed: honest,
    }),
  'with names of inputs': (right) => transmit({ status: 'returned', values: right, observed: verbose }),
  'with texts': (right) => transmit({ status: 'returned', values: right.map(() => evil), observed: honest }),
  'with descriptions': (right) =>
    transmit({ status: 'returned', values: right.map(() => new Unsendable(evil)), observed: honest }),
  'with an error': () =>
    transmit({
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

describe.each(Object.entries(verboseAnswers))('a submission that answers everything %s', (_with, answer) => {
  it.each(['en', 'zh'] as const)(
    'should have a page below 1 MB, and messages without control characters (%s)',
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
      for (const message of messagesOf(result)) expect(message).not.toMatch(/[^\P{C}\n]/u);
    },
  );
});
