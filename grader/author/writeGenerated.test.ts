import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { curriculum } from '../curriculum';
import { readPublicFile } from '../pipeline/course';
import { checkGenerated, writeGenerated } from './writeGenerated';

const id = '01-tiny';
const skeletonFile = `assignments/${id}/tiny.ts`;
const checksFile = `assignments/${id}/public.json`;

const spec = `
import { defineAssignment, defineExercise, fixedCase, reference } from 'descent/author';
import { double } from './tiny';
export default defineAssignment({
  id: '${id}',
  title: 'Tiny',
  file: 'tiny.ts',
  exercises: [
    defineExercise({
      name: 'double',
      arguments: ['x'],
      reference: double,
      cases: [fixedCase('three', { x: 0.3 })],
      checks: [reference(undefined, { points: 10 })],
      mistakes: [],
      alternatives: {},
      witnesses: [],
      forbidden: [],
    }),
  ],
});
`;

const solution = `export function double(x: number): number {
  // BEGIN SOLUTION: twice x
  return 2 * x;
  // END SOLUTION
}
`;

const skeleton = `import { NotImplementedError } from 'descent';

export function double(x: number): number {
  // TODO: twice x
  throw new NotImplementedError('double');
}
`;

let root: string;

const read = (file: string): Promise<string> => readFile(join(root, file), 'utf8');
const write = (file: string, text: string): Promise<void> => writeFile(join(root, file), text);

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'descent-generated-'));
  await mkdir(join(root, 'assignments'));
  await mkdir(join(root, 'solutions', id), { recursive: true });
  await write('assignments/course.json', JSON.stringify({ title: 'Course', publicSeed: 'seed', assignments: [id] }));
  await write(`solutions/${id}/spec.ts`, spec);
  await write(`solutions/${id}/tiny.ts`, solution);
});

afterEach(async () => {
  await rm(root, { recursive: true });
});

describe('writeGenerated', () => {
  it('should reformat the public checks, and then write nothing', async () => {
    const checkout = { root, engine: root, curriculum };
    await writeGenerated(checkout, id);
    const text = await read(checksFile);
    expect(text.split('\n').length).toBeGreaterThan(10);
    await write(checksFile, JSON.stringify(JSON.parse(text)));
    expect(await writeGenerated(checkout, id)).toContainEqual({ file: checksFile, changed: true });
    expect(await read(checksFile)).toBe(text);
    expect(await writeGenerated(checkout, id)).toContainEqual({ file: checksFile, changed: false });
  });

  it('should write only the skeleton and the public checks', async () => {
    expect(await writeGenerated({ root, engine: root, curriculum }, id)).toEqual([
      { file: skeletonFile, changed: true },
      { file: checksFile, changed: true },
    ]);
    expect(await read(skeletonFile)).toBe(skeleton);
    expect(readPublicFile(await read(checksFile), checksFile, curriculum).exercises.map(({ name }) => name)).toEqual([
      'double',
    ]);
    expect((await readdir(join(root, 'assignments', id))).toSorted()).toEqual(['public.json', 'tiny.ts']);
  });

  it('should change nothing when both are up to date except for the last digit of a number', async () => {
    await writeGenerated({ root, engine: root, curriculum }, id);
    // 2 · 0.3 is 0.6
    const otherNode = (await read(checksFile)).replace('0.6', '0.6000000000000001');
    await write(checksFile, otherNode);
    expect(await writeGenerated({ root, engine: root, curriculum }, id)).toEqual([
      { file: skeletonFile, changed: false },
      { file: checksFile, changed: false },
    ]);
    expect(await read(checksFile)).toBe(otherNode);
  });

  it('should write the new hash when only the hash of the spec changed', async () => {
    await writeGenerated({ root, engine: root, curriculum }, id);
    const fresh = await read(checksFile);
    await write(checksFile, fresh.replace(/"specHash":"\w+"/, '"specHash":"old"'));
    expect(await checkGenerated({ root, engine: root, curriculum }, id)).toEqual([]);
    expect(await writeGenerated({ root, engine: root, curriculum }, id)).toEqual([
      { file: skeletonFile, changed: false },
      { file: checksFile, changed: true },
    ]);
    expect(await read(checksFile)).toBe(fresh);
  });

  it('should write neither when the solution has no markers', async () => {
    await write(`solutions/${id}/tiny.ts`, solution.replace(/.*SOLUTION.*\n/g, ''));
    await expect(writeGenerated({ root, engine: root, curriculum }, id)).rejects.toThrow(
      `solutions/${id}/tiny.ts:1: there is no BEGIN SOLUTION`,
    );
    expect(await readdir(join(root, 'assignments'))).toEqual(['course.json']);
  });

  it('should name the file that the spec asks for when it is missing', async () => {
    await write(`solutions/${id}/spec.ts`, spec.replace("file: 'tiny.ts'", "file: 'tinny.ts'"));
    await expect(writeGenerated({ root, engine: root, curriculum }, id)).rejects.toThrow(
      `solutions/${id}/tinny.ts is missing: the spec of ${id} names it as the file that students edit`,
    );
  });
});

describe('checkGenerated', () => {
  it('should name both when they are missing', async () => {
    expect(await checkGenerated({ root, engine: root, curriculum }, id)).toEqual([skeletonFile, checksFile]);
  });

  it('should name the skeleton when a byte differs, and the checks when a number does', async () => {
    await writeGenerated({ root, engine: root, curriculum }, id);
    expect(await checkGenerated({ root, engine: root, curriculum }, id)).toEqual([]);
    await write(skeletonFile, `${skeleton}\n`);
    expect(await checkGenerated({ root, engine: root, curriculum }, id)).toEqual([skeletonFile]);
    await write(skeletonFile, skeleton);
    await write(checksFile, (await read(checksFile)).replace('0.6', '0.61'));
    expect(await checkGenerated({ root, engine: root, curriculum }, id)).toEqual([checksFile]);
  });
});
