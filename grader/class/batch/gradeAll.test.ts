import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ClassEntry } from './findSubmissions';
import { Overrun, type Graded, type Grader, type Job } from './grader';
import { fine, graders, run } from './testing/graders';

describe('gradeAll', () => {
  it('should give identical submissions to one grader in sequence, and a result to each', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'descent-alike-'));
    try {
      const texts = { a: 'x', b: 'y', c: 'x', d: 'z', e: 'x', f: 'y' };
      const submissions = Object.entries(texts).map(([name, text]): ClassEntry => {
        const path = join(folder, name);
        mkdirSync(path);
        writeFileSync(join(path, 'losses.ts'), text);
        return { name, entry: name, path, problem: undefined };
      });
      const asked = new Map<number, string[]>();
      const pool = graders((job, grader) => {
        asked.set(grader, [...(asked.get(grader) ?? []), job.name]);
        return fine(job);
      });
      const { written } = await run([], pool, { submissions });
      const orders = [...asked.values()].map((names) => names.join(''));
      for (const alike of ['ace', 'bf']) expect(orders.some((order) => order.includes(alike))).toBe(true);
      expect([...written]).toHaveLength(6);
      expect(written.get('e')).toBe('result of e');
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('should grade each once, with at most as many graders as jobs, and close them', async () => {
    const asked: string[] = [];
    const pool = graders((job) => {
      asked.push(job.name);
      return fine(job);
    });
    const { written, notGraded } = await run(['a', 'b', 'c', 'd', 'e'], pool);
    expect(asked.toSorted()).toEqual(['a', 'b', 'c', 'd', 'e']);
    expect([...written.keys()].toSorted()).toEqual(['a', 'b', 'c', 'd', 'e']);
    expect(notGraded).toEqual([]);
    expect([pool.started(), pool.closed()]).toEqual([2, 2]);
  });

  it('should start all graders before the first is ready, and close all if none gets ready', async () => {
    const pool = graders(fine);
    let startedBefore = 0;
    const ready = Promise.resolve().then(() => {
      startedBefore = pool.started();
      throw new Error('no course');
    });
    const start = (): Grader => ({ ...pool.start(), isAlive: true, ready });
    await expect(run(['a', 'b', 'c'], { start })).rejects.toThrow('no course');
    expect([startedBefore, pool.started(), pool.closed()]).toEqual([2, 2, 2]);
  });

  it('should grade in any order, and write each result under its own name', async () => {
    let release: () => void = () => undefined;
    const othersAreGraded = new Promise<void>((resolve) => (release = resolve));
    const pool = graders(async (job) => {
      if (job.name === 'a') await othersAreGraded;
      else if (job.name === 'c') release();
      return fine(job);
    });
    const { written } = await run(['a', 'b', 'c'], pool);
    expect([...written.keys()].at(-1)).toBe('a');
    expect([...written.entries()].every(([name, text]) => text === `result of ${name}`)).toBe(true);
  });

  it('should retry alone after a grader failed, and keep the result of a successful retry', async () => {
    const jobs: Job[] = [];
    const pool = graders((job) => {
      jobs.push(job);
      if (job.name === 'b' && !job.alone) throw new Error('no process could be started');
      return fine(job);
    });
    const { written, notGraded } = await run(['a', 'b', 'c'], pool);
    expect(written.get('b')).toBe('result of b');
    expect(notGraded).toEqual([]);
    expect(jobs.filter(({ name }) => name === 'b').map(({ alone }) => alone)).toEqual([false, true]);
    // Retried alone, after all others, in a new grader.
    expect(jobs.at(-1)).toMatchObject({ name: 'b', alone: true });
    expect(pool.started()).toBe(3);
  });

  it('should give an overrunning assignment its verdict, and retry the rest', async () => {
    const jobs: Job[] = [];
    const slow = { status: 'timeout', seconds: 60, of: 'judging' } as const;
    const pool = graders((job) => {
      jobs.push(job);
      if (job.name !== 'b') return fine(job);
      // Which assignment overran is known only for a job that runs alone.
      if (!job.alone) throw new Overrun(undefined, slow);
      if (job.overruns?.length === 0) throw new Overrun('03-losses', slow);
      return fine(job);
    });
    const { written, notGraded } = await run(['a', 'b', 'c'], pool);
    expect(notGraded).toEqual([]);
    expect(written.get('b')).toBe('result of b');
    expect(jobs.filter(({ name }) => name === 'b').map(({ overruns }) => overruns)).toEqual([
      undefined,
      [],
      [{ assignment: '03-losses', outcome: slow }],
    ]);
  });

  it('should stop retrying a submission that overruns every grader', async () => {
    const pool = graders(() => {
      throw new Overrun('03-losses', { status: 'memory' });
    });
    expect((await run(['a'], pool)).notGraded).toEqual(['a']);
    // In a shared lane, alone, and once more without the assignment that overran.
    expect(pool.started()).toBe(3);
  });

  it('should report a submission that fails twice as not graded, and continue', async () => {
    const pool = graders((job) => {
      if (job.name === 'b') throw new Error('the disk of the sandbox is gone');
      return fine(job);
    });
    const { written, notGraded } = await run(['a', 'b', 'c'], pool);
    expect(notGraded).toEqual(['b']);
    expect([...written.keys()].toSorted()).toEqual(['a', 'b', 'c']);
    expect(JSON.parse(written.get('b') ?? '')).toMatchObject({
      submission: 'b',
      entry: 'b',
      score: null,
      assignments: [{ score: null, message: 'could not be graded\nthe disk of the sandbox is gone' }],
    });
  });

  it('should also list submissions graded only in part', async () => {
    const pool = graders((job) => {
      if (job.name === 'b' && !job.alone) throw new Error('once');
      return { ...fine(job), isComplete: job.name !== 'b' };
    });
    expect((await run(['a', 'b'], pool)).notGraded).toEqual(['b']);
  });

  it('should continue in a new grader after one died', async () => {
    const used: number[] = [];
    const pool = graders((job, grader) => {
      used.push(grader);
      if (job.name === 'a' && !job.alone) throw new Error('dead');
      return fine(job);
    });
    const { written } = await run(['a', 'b', 'c'], pool, { jobs: 1 });
    expect([...written.keys()].toSorted()).toEqual(['a', 'b', 'c']);
    expect(used).toEqual([1, 2, 2, 3]);
    expect(pool.closed()).toBe(pool.started());
  });

  it('should stop at once when aborted, without writing incomplete results', async () => {
    const controller = new AbortController();
    const pool = graders((job) => {
      if (job.name === 'a') return fine(job);
      controller.abort();
      return new Promise<Graded>(() => undefined);
    });
    const { written } = await run(['a', 'b', 'c'], pool, { jobs: 1, signal: controller.signal });
    expect([...written.keys()]).toEqual(['a']);
    expect(pool.closed()).toBe(1);
  });

  it("should reject if a result can't be written, and close all graders", async () => {
    const pool = graders(fine);
    const write = (name: string): Promise<void> =>
      name === 'b' ? Promise.reject(new Error('b.json could not be written: the disk is full')) : Promise.resolve();
    await expect(run(['a', 'b', 'c', 'd'], pool, { write })).rejects.toThrow('the disk is full');
    expect(pool.closed()).toBe(pool.started());
  });

  it('should call begin before grading, even with nothing to grade', async () => {
    const pool = graders(fine);
    const begin = (): Promise<void> => Promise.reject(new Error('the checks have changed'));
    await expect(run([], pool, { begin })).rejects.toThrow('the checks have changed');
    await expect(run(['a'], pool, { begin })).rejects.toThrow('the checks have changed');
    expect(pool.closed()).toBe(2);
  });
});
