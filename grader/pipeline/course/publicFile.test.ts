import { caseOf, exerciseOf, gradientOf, referenceOf, returned, threw } from '../checks/testing';
import type { Assignment, Exercise } from '../types';
import { readPublicFile, writePublicFile } from './publicFile';
import { tensor } from './spec/values';
import { rowsSumTo } from '../checks/laws/sumsTo';
import { CallbackValue, type Callback, type DataTensor } from '../../execution/values';
import { findData, type Curriculum } from './curriculum';

const name = 'assignments/03-losses/public.json';

const sine: Callback = { name: 'sine', make: () => Math.sin };
const curriculum: Curriculum = {
  laws: [rowsSumTo],
  callbacks: [sine],
  data: [{ name: 'count', make: ({ to }) => tensor(Array.from({ length: Number(to) }, (_, index) => index)) }],
  author: () => Promise.resolve({}),
};
const data = (to: number): DataTensor => findData(curriculum.data, { name: 'count', parameters: { to } });

/** One exercise with everything that a file can contain, including NaN and Infinity. */
const exercise: Exercise = exerciseOf({
  name: 'loss',
  arguments: ['w', 'lambda'],
  cases: [
    caseOf(
      'public/a',
      [tensor([1, 2]), 0.1],
      { loss: tensor(NaN), dw: tensor([Infinity, -Infinity]) },
      { label: 'w is short' },
    ),
    caseOf('public/data', [data(3), new CallbackValue(sine, {})], data(2)),
    caseOf('public/b', [tensor([1]), 0], { loss: tensor(1), dw: tensor([2]) }, { scale: undefined }),
  ],
  checks: [
    referenceOf('loss', ['public/a', 'public/b'], { comparison: { rule: 'relative', bound: 1e-8 } }),
    referenceOf(undefined, ['public/b']),
    gradientOf(['public/b'], { part: 'regularization', strengthArgument: 1 }),
    gradientOf(['public/b'], { id: 'loss.whole' }),
    {
      id: 'loss.law',
      kind: 'property',
      law: rowsSumTo,
      parameters: { field: 'dw', sum: 0 },
      points: 1,
      cases: ['public/b'],
    },
    { id: 'loss.leak', kind: 'leak', points: 0.5, cases: ['public/a'] },
  ],
  mistakes: [
    {
      id: 'm',
      hints: ['a', 'b', 'c'],
      translations: { zh: ['甲', '乙', '丙'] },
      carriedFrom: 'softmax',
      fails: ['loss.law'],
      holds: { law: rowsSumTo, parameters: { sum: 1 } },
      outcomes: new Map([
        ['public/a', returned({ loss: tensor(NaN) })],
        ['public/b', threw('TypeError')],
      ]),
    },
  ],
  forbidden: ['tf.losses.*', 'tensor.softmax'],
  seconds: 60,
  maxBytes: 200_000,
});
const assignment: Assignment = {
  id: '03-losses',
  title: 'Losses',
  file: 'losses.ts',
  optional: false,
  scope: 'public',
  specHash: 'abc',
  exercises: [exercise],
};

describe('a public file', () => {
  it('should be read back as written, except for the texts of errors', () => {
    const read = readPublicFile(writePublicFile(assignment), name, curriculum);
    const [mistake] = read.exercises[0]?.mistakes ?? [];
    expect({ ...read, exercises: read.exercises.map((one) => ({ ...one, mistakes: [] })) }).toEqual({
      ...assignment,
      exercises: [{ ...exercise, mistakes: [] }],
    });
    expect(mistake).toMatchObject({
      id: 'm',
      hints: ['a', 'b', 'c'],
      translations: { zh: ['甲', '乙', '丙'] },
      carriedFrom: 'softmax',
    });
    expect(['public/a', 'public/b'].map((id) => mistake?.outcomes.get(id))).toMatchObject([
      returned({ loss: tensor(NaN) }),
      { status: 'threw', error: { name: 'TypeError', message: '' } },
    ]);
  });

  it('should never contain hidden cases', () => {
    expect(() => writePublicFile({ ...assignment, scope: 'full' })).toThrow(
      '03-losses was prepared with hidden cases, which must not be written',
    );
  });

  it.each<[string, (file: DamagedFile) => unknown]>([
    ['another version', (file) => (file.schemaVersion = 2)],
    ['hidden scope', (file) => (file.scope = 'full')],
    ['no exercises', (file) => delete file.exercises],
    ['a check without its kind', (file) => delete at(file, 'checks', 0).kind],
    ['a reference check without its comparison', (file) => delete at(file, 'checks', 0).comparison],
    ['a gradient check without its argument', (file) => delete at(file, 'checks', 2).argument],
    ['a law without parameters', (file) => delete at(file, 'checks', 4).parameters],
    ['a law whose parameters are a number', (file) => (at(file, 'checks', 4).parameters = ['n', [1]])],
    ['a law that no one knows', (file) => (at(file, 'checks', 4).law = 'gravity')],
    [
      'a law with a parameter that it has not',
      (file) => (at(file, 'checks', 4).parameters = ['r', [['product', ['n', [1]]]]]),
    ],
    ['a callback that no one knows', (file) => (at(file, 'cases', 1).calls = [[['c', 'cosine', ['r', []]]]])],
    ['data that no one knows', (file) => (at(file, 'cases', 1).calls = [[['d', 'letters', ['r', []]]]])],
    ['points in words', (file) => (at(file, 'checks', 0).points = '10')],
    ['a case that went missing', (file) => file.exercises?.[0]?.cases.pop()],
    ['a hidden case', (file) => (at(file, 'cases', 0).visibility = 'hidden')],
    ['an input that is no value', (file) => (at(file, 'cases', 0).calls = [[{ shape: [1] }]])],
    ['a tensor with too few numbers', (file) => (at(file, 'cases', 0).calls = [[['t', [3], 'float32', [1]]]])],
    ['a result that is no value', (file) => (at(file, 'cases', 0).expected = { status: 'returned', values: ['x'] })],
    ['a mistake with two hints', (file) => (at(file, 'mistakes', 0).hints = ['a', 'b'])],
    [
      'a mistake with two hints in another language',
      (file) => (at(file, 'mistakes', 0).translations = { zh: ['甲', '乙'] }),
    ],
    ['a ban that says not of what', (file) => Object.assign(file.exercises?.[0] ?? {}, { forbidden: ['softmax'] })],
  ])('should be refused in one sentence: %s', (_what, damage) => {
    const file = JSON.parse(writePublicFile(assignment)) as DamagedFile;
    damage(file);
    expect(messageOf(JSON.stringify(file))).toMatch(
      /^assignments\/03-losses\/public\.json is damaged or of another version \([^\n]+\); get it again from the course$/,
    );
  });

  it.each(['', '{', 'null', '[]', '"text"'])('should be refused if it is %j', (text) => {
    expect(messageOf(text)).toMatch(/^assignments\/03-losses\/public\.json is [^\n]+; get it again from the course$/);
  });
});

type Part = Record<string, unknown>;
type Lists = 'checks' | 'cases' | 'mistakes';
type DamagedFile = Part & { exercises?: Record<Lists, Part[]>[] };

function at(file: DamagedFile, list: Lists, index: number): Part {
  const part = file.exercises?.[0]?.[list][index];
  if (part === undefined) throw new Error('nothing to damage');
  return part;
}

function messageOf(text: string): string {
  try {
    readPublicFile(text, name, curriculum);
    return 'it was read';
  } catch (error) {
    return (error as Error).message;
  }
}
