import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { withFiles } from '../../files/testing/withFiles';
import { KeptProofs, ofAll } from './KeptProofs';

const course = { title: 'Course', publicSeed: 'seed', assignments: ['01-one', '02-two', '03-three'] };
const files = {
  'assignments/course.json': JSON.stringify(course),
  'assignments/01-one/README.md': 'one',
  'solutions/01-one/spec.ts': "import { f } from './one';",
  'solutions/02-two/spec.ts': 'two',
  // Builds on another.
  'solutions/03-three/three.ts': "import { g } from '../02-two/spec';",
};
const all = [...course.assignments, ofAll];

/** Assignments that are still proven after a file has changed. */
async function provenAfter(path: string, text = 'changed'): Promise<readonly string[]> {
  return withFiles(files, async (root) => {
    const checkout = { root, engine: root };
    await (await KeptProofs.open(checkout, 'abc')).keep(all, 'whole');
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), text);
    const kept = await KeptProofs.open(checkout, 'abc');
    return all.filter((id) => kept.has(id, 'whole'));
  });
}

describe('KeptProofs', () => {
  const before = process.env.DESCENT_HIDDEN_SEED;
  beforeEach(() => delete process.env.DESCENT_HIDDEN_SEED);
  afterEach(() => {
    if (before !== undefined) process.env.DESCENT_HIDDEN_SEED = before;
  });

  it('should recognise proofs of the same state', async () => expect(await provenAfter('notes.md')).toEqual(all));

  it.each<[path: string, proven: readonly string[]]>([
    ['solutions/01-one/one.ts', ['02-two']],
    ['solutions/01-one/hints.en.yaml', ['02-two']],
    ['solutions/01-one/equivalentMutants.json', ['02-two']],
    ['assignments/01-one/README.md', ['02-two', '03-three']],
    ['assignments/01-one/public.json', ['02-two', '03-three']],
    // 03 imports from outside its folder, so it can depend on anything there.
    ['solutions/02-two/spec.ts', ['01-one']],
    // Files outside of assignments can leak one too.
    ['assignments/README.md', ['01-one', '02-two', '03-three']],
    ['.descent/seed', ['01-one', '02-two', '03-three']],
    ['data/own/rows.csv', []],
  ])('should have what %s has no part in be proven still', async (path, proven) => {
    expect(await provenAfter(path)).toEqual(proven);
  });

  it('should invalidate all proofs for another course file or grader', async () => {
    expect(await provenAfter('assignments/course.json', JSON.stringify({ ...course, publicSeed: 'other' }))).toEqual(
      [],
    );
    await withFiles(files, async (root) => {
      const checkout = { root, engine: root };
      await (await KeptProofs.open(checkout, 'abc')).keep(all, 'whole');
      const kept = await KeptProofs.open(checkout, 'another');
      expect(all.filter((id) => kept.has(id, 'draft'))).toEqual([]);
    });
  });

  it('should accept a full proof as a draft, but not a draft as a full proof', () =>
    withFiles(files, async (root) => {
      const open = (): Promise<KeptProofs> => KeptProofs.open({ root, engine: root }, 'abc');
      await (await open()).keep(['01-one'], 'draft');
      await (await open()).keep(['02-two'], 'whole');
      const kept = await open();
      const known = course.assignments.map((id) => [kept.has(id, 'draft'), kept.has(id, 'whole')]);
      expect(known).toEqual([
        [true, false],
        [true, true],
        [false, false],
      ]);
    }));

  it('should not store a proof if a file changed meanwhile', () =>
    withFiles(files, async (root) => {
      const kept = await KeptProofs.open({ root, engine: root }, 'abc');
      await writeFile(join(root, 'solutions', '02-two', 'spec.ts'), 'saved meanwhile');
      await kept.keep(['01-one', '02-two'], 'draft');
      const again = await KeptProofs.open({ root, engine: root }, 'abc');
      expect([again.has('01-one', 'draft'), again.has('02-two', 'draft')]).toEqual([true, false]);
    }));

  it('should ignore a file that is damaged or has another version', () =>
    withFiles({ ...files, '.descent/proofs.json': '{"state": "x", "proven": ["01-one"]}' }, async (root) => {
      const kept = await KeptProofs.open({ root, engine: root }, 'abc');
      expect(kept.has('01-one', 'draft')).toBe(false);
      await kept.keep(['01-one'], 'draft');
      expect((await KeptProofs.open({ root, engine: root }, 'abc')).has('01-one', 'draft')).toBe(true);
    }));
});
