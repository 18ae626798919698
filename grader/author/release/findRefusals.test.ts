import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { readLines } from '../../../data/digits/readLines';
import { curriculum } from '../../curriculum';
import { TensorValue } from '../../execution/values';
import { withFiles } from '../../files/testing/withFiles';
import { loadFullAssignment, readCourse } from '../../pipeline/course';
import { findRefusals, type Refusals } from './findRefusals';

const engine = resolve(__dirname, '../../..');
const publicSeed = 'descent-public-1';
const seed = randomBytes(16).toString('hex');
const body = '  const squares = x.square().sum().mul(factor);\n  return { loss: squares, dx: x.mul(2 * factor) };';
const solution = `export function weigh(x: Tensor1D, factor: number): Weighed {\n  // BEGIN SOLUTION: the loss and its gradient\n${body}\n  // END SOLUTION\n}\n`;
const mistake = 'make: () => (x: Tensor1D, factor: number) => x.neg().exp().add(1).log().mul(factor).sum().sqrt()';
const specOf = (id: string): string => `
import * as tf from '@tensorflow/tfjs';
import { defineAssignment, defineExercise, randomCase, reference } from 'descent/author';
import { weigh } from './tiny';
const mistakes = [{ id: 'log', ${mistake} }];
export default defineAssignment({
  id: '${id}', title: 'Tiny', file: 'tiny.ts',
  exercises: [defineExercise({ name: 'weigh', arguments: ['x', 'factor'], reference: weigh, cases: [randomCase('drawn', (draw) => ({ x: draw.normal([4]), factor: 2 }))],
    checks: [reference('loss', { points: 10 })], mistakes: [], alternatives: {}, witnesses: [], forbidden: [] })],
});
`;
const question = `which:
  points: 1
  prompt: Which?
  choices:
    a: { text: this, right: true }
    b: { text: that, feedback: That one grows without any bound }
`;
const files: Readonly<Record<string, string>> = {
  'assignments/course.json': JSON.stringify({ title: 'Course', publicSeed, assignments: ['01-tiny', '02-tiny'] }),
  'assignments/01-tiny/README.md': 'Write `weigh`.',
  'assignments/02-tiny/README.md': 'Write `weigh`.',
  'solutions/01-tiny/spec.ts': specOf('01-tiny'),
  'solutions/01-tiny/tiny.ts': solution,
  'solutions/02-tiny/spec.ts': specOf('02-tiny'),
  'solutions/02-tiny/tiny.ts': solution,
  '.descent/seed': seed,
};
const pem = String(generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }));
const ofRsa = String(
  generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ type: 'pkcs8', format: 'pem' }),
);

async function refusals(changes: Readonly<Record<string, string>>, ids?: readonly string[]): Promise<Refusals> {
  return withFiles({ ...files, ...changes }, async (root) => {
    const course = await readCourse(root);
    return findRefusals({ root, engine, curriculum }, course, ids ?? course.assignments);
  });
}

/** Each refusal of `release` that is about files, caused in a draft. */
const ofFiles: readonly (readonly [what: string, path: string, text: string, refusal: string])[] = [
  ['a solution in a handout', 'assignments/01-tiny/README.md', body, 'line 1 has code of solutions/0'],
  [
    'a solution in a folder of the handout',
    'assignments/01-tiny/more/notes.md',
    body,
    'line 1 has code of solutions/0',
  ],
  ['a solution beside all handouts', 'assignments/README.md', body, 'line 1 has code of solutions/0'],
  ['a mistake in a handout', 'assignments/01-tiny/README.md', mistake, 'line 1 has code of solutions/0'],
  ["another assignment's answer", 'assignments/02-tiny/README.md', body, 'line 1 has code of solutions/0'],
  [
    "a solution among the course's laws",
    'curriculum/laws.ts',
    `export const law = (x: Tensor1D, factor: number) => {${body}};`,
    'line 1 has code of solutions/0',
  ],
  ["a solution among the course's data", 'data/mine/load.md', body, 'line 1 has code of solutions/0'],
  [
    'what is said of a wrong choice',
    'assignments/01-tiny/README.md',
    'That one grows without any bound',
    'it has feedback on which',
  ],
  ['a sheet of answers that is filled in', 'assignments/01-tiny/answers.yaml', 'which: a', 'it answers which'],
  ['the hidden seed', 'assignments/01-tiny/README.md', seed.toUpperCase(), 'it has the hidden seed'],
  ['a private key', 'assignments/01-tiny/README.md', pem, 'it has a private key'],
  ['a spec beside the handout', 'assignments/01-tiny/tiny.spec.ts', '', 'it is a file that only staff may have'],
  [
    'test images',
    'assignments/01-tiny/rows.csv',
    (readLines('test') ?? [''])[0] ?? '',
    'it has test images of the capstone',
  ],
  [
    'a name that not every system takes',
    'assignments/01-tiny/fig 1.md',
    '',
    'not every system takes its name; use letters from a to z, digits, and . - _ in it',
  ],
];

describe('findRefusals', () => {
  const before = process.env.DESCENT_HIDDEN_SEED;
  beforeEach(() => delete process.env.DESCENT_HIDDEN_SEED);
  afterEach(() => {
    if (before !== undefined) process.env.DESCENT_HIDDEN_SEED = before;
  });

  it('should find nothing in a clean draft', async () => {
    expect(await refusals({})).toEqual({ files: [], staff: [] });
  });

  it.each(ofFiles)('should find %s', async (_what, path, text, refusal) => {
    const { files: found } = await refusals({ 'solutions/01-tiny/questions.yaml': question, [path]: text });
    expect(found).toEqual([expect.stringContaining(`${path}: ${refusal}`)]);
  });

  it('should find numbers from the hidden seed, and folders of this machine', () =>
    withFiles(files, async (root) => {
      const checkout = { root, engine, curriculum };
      const { exercises } = await loadFullAssignment(checkout, '01-tiny', { public: publicSeed, hidden: seed });
      const hidden = exercises[0]?.cases.find(({ visibility }) => visibility === 'hidden');
      const [x] = hidden?.calls[0] ?? [];
      const write = async (path: string, text: string): Promise<void> => {
        await mkdir(dirname(join(root, path)), { recursive: true });
        await writeFile(join(root, path), text);
      };
      await write('assignments/01-tiny/README.md', x instanceof TensorValue ? [...x.values].join(', ') : '');
      await write('assignments/02-tiny/README.md', join(root, 'solutions'));
      const course = await readCourse(root);
      expect((await findRefusals(checkout, course, course.assignments)).files).toEqual([
        expect.stringContaining(
          'assignments/01-tiny/README.md: it has random numbers of the hidden case 01-tiny weigh',
        ),
        `assignments/02-tiny/README.md: it names a folder of this machine: ${root}`,
      ]);
    }));

  it('should check the files of the given assignments, and shared ones', async () => {
    const leaks = { 'assignments/01-tiny/README.md': body, 'assignments/02-tiny/README.md': body, 'data/a.md': body };
    const paths = (await refusals(leaks, ['01-tiny'])).files.map((one) => one.split(':')[0]);
    expect(paths).toEqual(['assignments/01-tiny/README.md', 'data/a.md']);
  });

  it.each([
    ['no hidden seed', '.descent/seed', '', 'there is no hidden seed, so that anyone could foresee all cases'],
    ['a weak one', '.descent/seed', 'secret', 'the hidden seed is short or simple enough to be guessed'],
    ['the public one', '.descent/seed', publicSeed, 'the hidden seed is the public one'],
    ['a key of another kind', '.descent/release-key.pem', ofRsa, 'release-key.pem is no private ed25519 key in PEM'],
  ])('should say what the staff lacks: %s', async (_what, path, text, refusal) => {
    expect((await refusals({ [path]: text })).staff).toEqual([expect.stringContaining(refusal)]);
  });
});
