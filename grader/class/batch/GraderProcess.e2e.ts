import { join } from 'node:path';
import { withFiles } from '../../files/testing/withFiles';
import { Overrun } from './grader';
import { GraderProcess, type Preparation } from './GraderProcess';

const preparation: Preparation = {
  assignments: [],
  named: false,
  seed: undefined,
  isolation: { level: 'process' },
  secondsPerExercise: 1,
};
const job = { name: 'a', entry: 'a', path: 'a', problem: undefined, alone: true };
/** Limit for this test's graders; long compared with the heartbeat of healthy ones. */
const judgingSeconds = 1;

/** A grader process that is ready at once and runs `body` for a job. */
async function errorOf(body: string): Promise<unknown> {
  const file = `process.on('message', ({ kind }) => {
    if (kind === 'prepare') return process.send({ kind: 'prepared', prepared: { maxSeconds: 60 } });
    process.send({ kind: 'at-work', assignment: '03-losses' });
    ${body}
  });`;
  return withFiles({ 'grader.js': file }, async (folder) => {
    const grader = new GraderProcess([join(folder, 'grader.js')], preparation, judgingSeconds);
    try {
      return await grader.grade(job).catch((error: unknown) => error);
    } finally {
      grader.close();
    }
  });
}

describe('a grader process with a submission', () => {
  it('should be ended when judging never returns, and name the assignment', async () => {
    const error = await errorOf('setImmediate(() => { for (;;); });');
    expect(error).toEqual(new Overrun('03-losses', { status: 'timeout', seconds: judgingSeconds, of: 'judging' }));
  });

  it('should report an overrun when it runs out of memory', async () => {
    const error = await errorOf('setImmediate(() => process.abort());');
    expect(error).toEqual(new Overrun('03-losses', { status: 'memory' }));
  });

  it('should be waited for while it sends heartbeats', async () => {
    const graded = await errorOf(`
      const sign = setInterval(() => process.send({ kind: 'at-work' }), 50);
      setTimeout(() => { clearInterval(sign); process.send({ kind: 'graded', graded: { text: 'x', isComplete: true } }); }, 2_000);`);
    expect(graded).toEqual({ text: 'x', isComplete: true });
  });

  it('should report our own failure when it ends in any other way', async () => {
    const error = await errorOf('setImmediate(() => process.exit(3));');
    expect(error).not.toBeInstanceOf(Overrun);
    expect((error as Error).message).toBe("the grader's process ended (exit code 3)");
  });
});
