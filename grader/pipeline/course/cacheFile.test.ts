import { CallbackValue, PreviousResult, type Callback, type DataTensor } from '../../execution/values';
import { caseOf, exerciseOf, gradientOf, referenceOf, returned } from '../checks/testing';
import { rowsSumTo } from '../checks/laws/sumsTo';
import type { Assignment, Exercise, KnownMistake } from '../types';
import { findData, type Curriculum } from './curriculum';
import { readCacheFile, writeCacheFile } from './cacheFile';
import { tensor } from './spec/values';

const sine: Callback = { name: 'sine', make: () => Math.sin };
const curriculum: Curriculum = {
  laws: [rowsSumTo],
  callbacks: [sine],
  data: [{ name: 'count', make: ({ to }) => tensor(Array.from({ length: Number(to) }, (_, index) => index)) }],
  author: () => Promise.resolve({}),
};
const data = (to: number): DataTensor => findData(curriculum.data, { name: 'count', parameters: { to } });

const mistake: KnownMistake = {
  id: 'm',
  hints: ['a', 'b', 'c'],
  carriedFrom: undefined,
  outcomes: new Map([['hidden/a', returned({ loss: 0.1 + 0.2, dw: tensor([NaN, -0]) })]]),
  holds: { law: rowsSumTo, parameters: { sum: 1 } },
};

function kept(change: Partial<Exercise> = {}): Assignment {
  const exercise = exerciseOf({
    cases: [
      caseOf('hidden/a', [tensor([[1, 1 / 3]]), data(3), new CallbackValue(sine, {}), 5e-324], tensor(Infinity), {
        visibility: 'hidden',
      }),
      caseOf('public/b', [new PreviousResult(['w'])], { w: [1, 'x', true, undefined] }),
    ],
    checks: [
      referenceOf('loss', ['hidden/a']),
      gradientOf(['hidden/a']),
      { id: 'law', kind: 'property', law: rowsSumTo, parameters: { sum: 1 }, points: 1, cases: ['hidden/a'] },
    ],
    mistakes: [mistake],
    ...change,
  });
  return {
    id: '03-losses',
    title: 'Losses',
    file: 'losses.ts',
    optional: false,
    scope: 'full',
    specHash: 'abc',
    exercises: [exercise],
    loadCompositions: () => Promise.resolve({ onNeighbours: new Map(), references: new Map() }),
  };
}

describe('a cache file', () => {
  it('should be read back bit for bit, with everything that it refers to by name', () => {
    const [exercise] = kept().exercises;
    const read = readCacheFile(Buffer.from(writeCacheFile(kept())), curriculum).exercises[0];
    expect({ ...read, mistakes: [] }).toEqual({ ...exercise, mistakes: [] });
    expect(read?.cases[0]?.calls[0]?.[1]).toEqual(data(3));
    expect(read?.mistakes[0]).toMatchObject({ id: 'm', hints: mistake.hints, holds: mistake.holds });
    expect(read?.mistakes[0]?.outcomes.get('hidden/a')).toEqual(mistake.outcomes.get('hidden/a'));
  });

  it('should provide the losses of the reference and of a mistake by id', () => {
    const losses = (id: string): ReturnType<typeof returned> | undefined =>
      id.endsWith('/elements') ? returned(tensor([id.length])) : undefined;
    const hidden = caseOf('hidden/a', [tensor([1, 2])], { loss: 1, dw: tensor([2, 2]) }, { visibility: 'hidden' });
    const wrong = { ...mistake, losses, outcomes: new Map([['hidden/a', returned({ loss: 2, dw: tensor([2, 2]) })]]) };
    const checks = [referenceOf('loss', ['hidden/a']), gradientOf(['hidden/a'])];
    const [exercise] = readCacheFile(
      Buffer.from(writeCacheFile(kept({ losses, cases: [hidden], checks, mistakes: [wrong] }))),
      curriculum,
    ).exercises;
    const id = 'hidden/a/loss-by-0/elements';
    const evaluation = { kind: 'calls', calls: [] } as const;
    for (const known of [exercise, exercise?.mistakes[0]]) {
      expect(known?.losses?.(id, evaluation)).toEqual(returned(tensor([id.length])));
      expect(known?.losses?.('hidden/a', evaluation)).toBeUndefined();
    }
  });

  it('should be refused if a single byte differs or is missing', () => {
    const file = Buffer.from(writeCacheFile(kept()));
    for (const at of [0, 40, file.length - 1]) {
      const changed = Buffer.from(file);
      changed.writeUInt8(changed.readUInt8(at) ^ 1, at);
      expect(() => readCacheFile(changed, curriculum)).toThrow('only half written, or changed');
    }
    expect(() => readCacheFile(file.subarray(0, -1), curriculum)).toThrow('only half written, or changed');
  });
});
