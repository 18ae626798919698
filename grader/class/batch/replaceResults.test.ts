import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { lastInHistory, repairResults } from './history';
import { mergeResults } from './mergeResults';
import { replaceResults, restoreResults } from './replaceResults';
import { withFiles } from '../../files/testing/withFiles';
import { madeResult } from './testing/madeResult';

const settings = (specHash: string): string =>
  JSON.stringify({
    schemaVersion: 1,
    submissions: '/s',
    submissionsFromHere: '../s',
    assignments: ['03-losses'],
    named: true,
    scope: 'full',
    seedLabel: '0',
    secondsPerExercise: 10,
    graderVersion: '0',
    node: 'v20',
    tfjs: '4',
    isolation: 'process',
    specHashes: { '03-losses': specHash },
  });
const batch = {
  'out/results/a.json': 'old a',
  'out/results/gone.json': 'old gone',
  'out/batch.json': settings('old'),
  'out/grades.csv': 'old grades',
  'out/overrides.csv': 'given',
  'out/regrade/results/a.json': 'new a',
  'out/regrade/batch.json': settings('new'),
};

describe('replaceResults', () => {
  it('should replace the results, and keep the earlier ones', () =>
    withFiles(batch, async (folder) => {
      const out = join(folder, 'out');
      const history = await replaceResults(out, join(out, 'regrade'));

      const read = (path: string): string => readFileSync(join(out, path), 'utf8');
      expect([read('results/a.json'), JSON.parse(read('batch.json'))]).toMatchObject([
        'new a',
        { specHashes: { '03-losses': 'new' } },
      ]);
      expect(readdirSync(out).toSorted()).toEqual([
        'batch.json',
        'grades.csv',
        'history',
        'overrides.csv',
        'results',
        'withdrawn',
      ]);
      expect(readdirSync(history).toSorted()).toEqual(['batch.json', 'grades.csv', 'overrides.csv', 'results']);
      expect(read('history/0001/results/gone.json')).toBe('old gone');
      expect(read('withdrawn/gone.json')).toBe('old gone');
    }));

  it('should be undoable, and the undo too', () =>
    withFiles(batch, async (folder) => {
      const out = join(folder, 'out');
      await replaceResults(out, join(out, 'regrade'));
      const read = (): string => readFileSync(join(out, 'results', 'a.json'), 'utf8');

      await restoreResults(out, await lastInHistory(out));
      expect(read()).toBe('old a');
      await restoreResults(out, await lastInHistory(out));
      expect(read()).toBe('new a');
    }));

  it('should replace only a part', () =>
    withFiles(batch, async (folder) => {
      const out = join(folder, 'out');
      await replaceResults(out, join(out, 'regrade'), [madeResult('a', { softmax: 7 })]);

      expect(JSON.parse(readFileSync(join(out, 'results', 'a.json'), 'utf8'))).toMatchObject({ score: 7 });
      expect(readFileSync(join(out, 'results', 'gone.json'), 'utf8')).toBe('old gone');
      expect(JSON.parse(readFileSync(join(out, 'batch.json'), 'utf8'))).toMatchObject({
        specHashes: { '03-losses': 'old' },
      });
    }));

  it('should report that there is nothing to undo', () =>
    withFiles({ 'out/': '' }, (folder) =>
      expect(lastInHistory(join(folder, 'out'))).rejects.toThrow('has no history: nothing was regraded'),
    ));
});

describe('repairResults', () => {
  it('should restore the results after a swap was killed', () =>
    withFiles({ '.results-old/a.json': 'old a' }, async (folder) => {
      await repairResults(folder);
      expect(readFileSync(join(folder, 'results', 'a.json'), 'utf8')).toBe('old a');
    }));
});

describe('mergeResults', () => {
  it('should replace the named exercises, and add up the points', () => {
    const [merged] = mergeResults(
      [madeResult('a', { softmax: 2, hingeLoss: 3 })],
      [madeResult('a', { softmax: 9, hingeLoss: 10 })],
      ['softmax'],
    );

    expect(merged).toMatchObject({ score: 12, assignments: [{ score: 12 }] });
  });

  it.each(['softmaxLoss', 'softmaxCost', '03-losses/softmaxLoss', '03-losses/softmaxCost'])(
    'should find a renamed exercise as %s',
    (name) => {
      const [renamed] = [madeResult('a', { softmaxLoss: 9, hingeLoss: 10 })];
      for (const one of renamed.assignments[0]?.exercises ?? [])
        if (one.name === 'softmaxLoss') one.formerNames = ['softmaxCost'];
      const [merged] = mergeResults([madeResult('a', { softmaxCost: 2, hingeLoss: 3 })], [renamed], [name]);

      expect(merged).toMatchObject({ score: 12, assignments: [{ exercises: [{ name: 'softmaxLoss' }, {}] }] });
    },
  );
});
