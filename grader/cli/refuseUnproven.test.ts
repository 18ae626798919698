import { curriculum } from '../curriculum';
import { withFiles } from '../files/testing/withFiles';
import { KeptProofs, type AssignmentProof } from '../author/validate';
import type { Installation } from './installation';
import { refuseUnproven } from './refuseUnproven';

const files = {
  'assignments/course.json': JSON.stringify({ title: 'Course', publicSeed: 'seed', assignments: ['01-one', '02-two'] }),
  'solutions/01-one/spec.ts': 'one',
  'solutions/02-two/spec.ts': 'two',
};
const proofOf = (id: string, what?: string): AssignmentProof => ({
  id,
  draft: true,
  spec: undefined,
  failures: what === undefined ? [] : [{ claim: 'solution', exercise: 'f', what, repair: 'repair it' }],
  warnings: [],
  skipped: [],
  seeds: 2,
  figures: [],
  mutants: undefined,
  slowest: undefined,
  seconds: 1,
});

describe('refuseUnproven', () => {
  const run = (
    failing: Readonly<Record<string, string>>,
    use: (refuse: () => Promise<void>, asked: string[], warned: string[], root: string) => Promise<void>,
  ): Promise<void> =>
    withFiles(files, async (root) => {
      const installation: Installation = {
        root,
        engine: root,
        curriculum,
        childCommand: ['/cache/grader-abc/child.js'],
        trainingCommand: [],
      };
      const [asked, warned]: [string[], string[]] = [[], []];
      const progress = { say: () => undefined, warn: (what: string) => void warned.push(what) };
      const refuse = (): Promise<void> =>
        refuseUnproven(installation, progress, (_installation, _course, ids) => {
          asked.push(...ids);
          return Promise.resolve(ids.map((id) => proofOf(id, failing[id])));
        });
      await use(refuse, asked, warned, root);
    });

  it('should prove unproven assignments as a draft, and say so', () =>
    run({}, async (refuse, asked, warned, root) => {
      await (await KeptProofs.open({ root, engine: root }, 'abc')).keep(['01-one'], 'whole');
      await refuse();
      expect(asked).toEqual(['02-two']);
      expect(warned).toEqual([
        'proven as a draft only in the current state: 02-two; `grader validate` gives the full proof, including mutants',
      ]);
    }));

  it('should prove nothing if this exact state is proven already', () =>
    run({}, async (refuse, asked, warned, root) => {
      await (await KeptProofs.open({ root, engine: root }, 'abc')).keep(['01-one'], 'whole');
      await (await KeptProofs.open({ root, engine: root }, 'abc')).keep(['02-two'], 'whole');
      await refuse();
      expect([asked, warned]).toEqual([[], []]);
    }));

  it('should ignore a proof of another state of the specs or the grader', () =>
    run({}, async (refuse, asked, _warned, root) => {
      await (await KeptProofs.open({ root, engine: root }, 'older')).keep(['01-one', '02-two'], 'whole');
      await refuse();
      expect(asked).toEqual(['01-one', '02-two']);
    }));

  it('should refuse an unfair assignment, and say what to fix', () =>
    run({ '02-two': 'the solution earns 5 of 10' }, async (refuse) => {
      await expect(refuse()).rejects.toThrow(
        'nothing was released, because an assignment is not fair:\n  f: the solution earns 5 of 10, in solutions/02-two/spec.ts; repair it.\nfix it and try again; --unproven releases it anyway',
      );
    }));
});
