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
/** Of this test's graders: long beside the signs of life of those that are well. */
const judgingSeconds = 1;

/** A grader's process that is ready at once, and does `body` with a job. */
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

describe('a grader that is given a submission', () => {
  it('should be ended when it judges without end, and say where', async () => {
    const error = await errorOf('setImmediate(() => { for (;;); });');
    expect(error).toEqual(new Overrun('03-losses', { status: 'timeout', seconds: judgingSeconds, of: 'judging' }));
  });

  it('should count as used up where its memory is', async () => {
    const error = await errorOf('setImmediate(() => process.abort());');
    expect(error).toEqual(new Overrun('03-losses', { status: 'memory' }));
  });

  it('should be waited for while it shows signs of life', async () => {
    const graded = await errorOf(`
      const sign = setInterval(() => process.send({ kind: 'at-work' }), 50);
      setTimeout(() => { clearInterval(sign); process.send({ kind: 'graded', graded: { text: 'x', isComplete: true } }); }, 2_000);`);
    expect(graded).toEqual({ text: 'x', isComplete: true });
  });

  it('should count as ours to explain where it ended otherwise', async () => {
    const error = await errorOf('setImmediate(() => process.exit(3));');
    expect(error).not.toBeInstanceOf(Overrun);
    expect((error as Error).message).toBe("the grader's process ended (exit code 3)");
  });
});
