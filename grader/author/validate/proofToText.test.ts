import { createColors } from 'picocolors';
import { curriculum } from '../../curriculum';
import { withFiles } from '../../files/testing/withFiles';
import { mergeFailures, type Failure } from './claims';
import { proofsToJson } from './proofToJson';
import { proofToText, sentence } from './proofToText';
import { TaskRunner, type TaskResult } from './tasks';
import { tinySpec } from './testing/tinySpec';
import { validateAssignment, type AssignmentProof } from './validateAssignment';

const failure: Failure = {
  claim: 'mistakes',
  exercise: 'weigh',
  what: 'the mistake a loses no points',
  repair: 'add a case',
};
const proof: AssignmentProof = {
  id: '01-tiny',
  draft: false,
  spec: tinySpec(),
  failures: [failure],
  warnings: ['weigh: the first case is long'],
  skipped: ['time'],
  seeds: 20,
  figures: [
    {
      exercise: 'weigh',
      worstRight: { value: 3e-7, of: 'loop' },
      bounds: {},
      mildestMistake: { value: Infinity, of: 'no-factor' },
      gradient: undefined,
      withinNoise: 0,
      slowest: { value: 12, of: 'loop' },
    },
  ],
  mutants: {
    failures: [],
    figures: [{ exercise: 'weigh', made: 11, caught: 9, equivalent: 1, survivors: 1 }],
    survivors: [
      {
        exercise: 'weigh',
        caught: false,
        mutant: {
          owner: 'help',
          users: ['weigh'],
          operator: 'numbers',
          line: 4,
          before: 'x + 1',
          after: 'x + 0',
          edit: { start: 0, end: 0, text: '' },
        },
      },
    ],
  },
  slowest: undefined,
  seconds: 1.26,
};
const text = (one: AssignmentProof): string =>
  proofToText(one, { root: '/nowhere', colors: createColors(false), plain: true });

describe('proofToText', () => {
  it('should show proven, failed and untested claims', () => {
    const lines = text(proof).split('\n');
    expect(lines[0]).toBe('01-tiny: not proven, 1.3 s');
    expect(lines).toContainEqual(
      expect.stringMatching(
        /^every known mistake loses points .* not proven +2 mistakes, 20 seeds, those hidden cases that decide nothing on 1/,
      ),
    );
    expect(lines).toContainEqual(
      expect.stringMatching(/^at least 98 % .* proven +9 of 10 caught \(90 %\), 1 equivalent/),
    );
    expect(lines).toContainEqual(expect.stringMatching(/proven +2 alternatives, 20 seeds, their gradients on 2/));
    expect(lines).toContainEqual(expect.stringMatching(/^a second run, .* proven +on 1 seed/));
    expect(lines).toContainEqual(expect.stringMatching(/^right answers take .* not tried *$/));
    expect(lines).toContainEqual(expect.stringMatching(/^weigh +2 +2 +1 +3e-7 +∞ +– +11 +9 +1 +1 *$/));
  });

  it('should end with warnings, surviving mutants and one sentence per failure', () => {
    expect(text(proof).split('\n').slice(-5)).toEqual([
      'could be better  weigh: the first case is long',
      'survivor  help (in weigh), solutions/01-tiny/tiny.ts:4, numbers',
      '  - x + 1',
      '  + x + 0',
      'not proven  weigh: the mistake a loses no points, in solutions/01-tiny/spec.ts; add a case.',
    ]);
  });

  it('should not call a draft proven', () => {
    expect(text({ ...proof, draft: true, failures: [] })).toMatch(/^01-tiny: holds so far \(draft\)/);
  });
});

describe('sentence', () => {
  it('should name seeds, example and file', () => {
    const full = { ...failure, detail: '1 for 2', seeds: [1, 2, 3, 4, 5, 6], where: 'here.ts' };
    expect(sentence(full, '01-tiny', '/nowhere')).toBe(
      'weigh: the mistake a loses no points (1 for 2), on 6 seeds (1, 2, 3, 4, 5, …), in here.ts; add a case.',
    );
  });
});

describe('mergeFailures', () => {
  it('should report a failure on several seeds once, in the order of the claims', () => {
    const other: Failure = { claim: 'solution', exercise: 'weigh', what: 'it fails', repair: 'repair it', seeds: [2] };
    expect(mergeFailures([{ ...failure, seeds: [1] }, other, { ...failure, seeds: [3] }])).toEqual([
      other,
      { ...failure, seeds: [1, 3] },
    ]);
  });
});

describe('proofsToJson', () => {
  it('should write infinite numbers as strings, and the overall verdict', () => {
    const json = proofsToJson([proof], '/nowhere', []);
    expect(json).toMatchObject({ schemaVersion: 1, holds: false, refused: [] });
    expect(JSON.stringify(json)).toContain('"mildestMistake":"Infinity"');
  });

  it('should not be proven if release would refuse', () => {
    expect(proofsToJson([], '/nowhere', [])).toMatchObject({ holds: true });
    expect(proofsToJson([], '/nowhere', ['data/a: leaks'])).toMatchObject({ holds: false, refused: ['data/a: leaks'] });
  });
});

describe('validateAssignment', () => {
  const nowhere = { root: '/nowhere', engine: '/nowhere', curriculum };
  const runner = new TaskRunner(nowhere, []);
  const refused: Failure = { claim: 'types', exercise: undefined, what: 'TypeScript refuses it', repair: 'repair it' };
  const proveDraft = (failures: readonly Failure[]): Promise<AssignmentProof> =>
    validateAssignment('01-tiny', {
      checkout: nowhere,
      publicSeed: 's',
      draft: true,
      compile: () => Promise.resolve({ kind: 'types', failures: { '01-tiny': failures } }),
      runTask: runner.run.bind(runner),
    });

  it('should report an assignment without a spec', async () => {
    const { failures } = await proveDraft([]);
    expect(failures.map(({ what }) => what)).toEqual([
      '01-tiny has no spec: solutions/01-tiny/spec.ts is missing; restore it, or take 01-tiny out of assignments/course.json',
    ]);
  });

  it('should report type errors of an unusable spec first, in a draft as well', async () => {
    const { failures, skipped } = await proveDraft([refused]);
    expect(failures.map(({ claim }) => claim)).toEqual(['types', 'prepares']);
    expect(skipped).not.toContain('types');
  });
  it('should say once, and in one sentence, which field of a spec is wrong', async () => {
    const files = {
      'solutions/01-tiny/spec.ts': "export default { id: '01-tiny', titel: '', file: '', exercises: [] };",
    };
    await withFiles(files, async (root) => {
      const checkout = { root, engine: root, curriculum };
      const runTask = runner.run.bind(runner);
      const compile = (): Promise<TaskResult> => Promise.resolve({ kind: 'types', failures: {} });
      const options = { checkout, publicSeed: 's', draft: true, compile, runTask };
      const { failures } = await validateAssignment('01-tiny', options);
      expect(failures.map((failure) => sentence(failure, '01-tiny', root))).toEqual([
        'the assignment: there is no field titel, in solutions/01-tiny/spec.ts; did you mean title?',
      ]);
    });
  });
});
