import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Task } from './tasks';
import { WorkerPool, type Urgency } from './WorkerPool';

// Answers with its process id; fails on `bad`, dies on `deadly`, and never answers `endless`.
const worker = `
process.on('message', ({ id }) => {
  if (id === 'endless') return;
  if (id === 'deadly') process.exit(3);
  process.send(id === 'bad' ? { error: 'no' } : { result: { kind: 'mutants', judgements: [process.pid] } });
});
`;
const task = (id: string): Task => ({ kind: 'mutants', id, seeds: { public: '', hidden: '' }, from: 0, to: 1 });

describe('WorkerPool', () => {
  const folder = mkdtempSync(join(tmpdir(), 'descent-workers-'));
  const file = join(folder, 'worker.js');
  writeFileSync(file, worker);
  const pools: WorkerPool[] = [];
  const poolOf = (size: number): WorkerPool => {
    const pool = new WorkerPool([file], size);
    pools.push(pool);
    return pool;
  };
  const processOf = async (pool: WorkerPool, id: string): Promise<unknown> => {
    const result = await pool.run(task(id));
    return result.kind === 'mutants' ? result.judgements[0] : undefined;
  };
  afterAll(() => {
    for (const pool of pools) pool.close();
    rmSync(folder, { recursive: true });
  });

  it('should do more tasks than it has processes', async () => {
    const pool = poolOf(2);
    const ids = await Promise.all(['a', 'b', 'c', 'd', 'e'].map((id) => processOf(pool, id)));
    expect(new Set(ids).size).toBe(2);
  });

  it('should start urgent tasks before queued ones', async () => {
    const pool = poolOf(1);
    const done: string[] = [];
    const run = async (id: string, urgency: Urgency): Promise<void> => {
      await pool.run(task(id), urgency);
      done.push(id);
    };
    await Promise.all([run('a', 'in turn'), run('b', 'in turn'), run('c', 'first')]);
    expect(done).toEqual(['a', 'c', 'b']);
  });

  it('should reject a failing task, and continue in the same process', async () => {
    const pool = poolOf(1);
    const first = await processOf(pool, 'a');
    await expect(pool.run(task('bad'))).rejects.toThrow('no');
    expect(await processOf(pool, 'b')).toBe(first);
  });

  it('should reject a task whose process dies, and continue in a new one', async () => {
    const pool = poolOf(1);
    const first = await processOf(pool, 'a');
    const [death, next] = await Promise.allSettled([pool.run(task('deadly')), processOf(pool, 'b')]);
    expect(death).toMatchObject({
      status: 'rejected',
      reason: { message: 'the process that did it ended (exit code 3)' },
    });
    expect(next.status === 'fulfilled' && next.value !== first).toBe(true);
  });

  it('should reject all unfinished tasks when it is closed, and start no more processes', async () => {
    const pool = poolOf(1);
    const tasks = ['endless', 'a', 'b'].map((id) => pool.run(task(id)));
    pool.close();
    tasks.push(pool.run(task('c')));
    const reasons = (await Promise.allSettled(tasks)).map((one) => one.status === 'rejected' && String(one.reason));
    const notStarted = 'Error: it was not started, since the others were ended';
    expect(reasons).toEqual(['Error: the process that did it ended (SIGTERM)', notStarted, notStarted, notStarted]);
  });
});
