import { totalScore } from '../../pipeline/score';
import { ScoreMemory } from './ScoreMemory';

describe('ScoreMemory', () => {
  it('should grade the same code once, and evict the least recently used score', async () => {
    const memory = new ScoreMemory();
    const graded: string[] = [];
    const recall = (identity: string): Promise<unknown> =>
      memory.recall(identity, () => {
        graded.push(identity);
        return Promise.resolve(totalScore([]));
      });
    const first = await recall('a');
    expect(await recall('a')).toBe(first);
    expect(graded).toEqual(['a']);
    // 256 others evict it.
    for (let number = 0; number < 256; number += 1) await recall(String(number));
    await recall('255');
    expect(graded).toHaveLength(257);
    await recall('a');
    expect(graded).toHaveLength(258);
  });

  it('should not cache a failed grading', async () => {
    const memory = new ScoreMemory();
    await expect(memory.recall('a', () => Promise.reject(new Error('no process')))).rejects.toThrow('no process');
    await expect(memory.recall('a', () => Promise.resolve(totalScore([])))).resolves.toMatchObject({ score: 0 });
  });
});
