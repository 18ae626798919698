import type { FromGrader, Preparation, ToGrader } from './GraderProcess';
import type { SubmissionGrader } from './SubmissionGrader';

const betweenSignsMs = 2_000;

/** The child's end of a `GraderProcess`: answers until the batch is gone. */
export function answerBatch(prepare: (preparation: Preparation) => Promise<SubmissionGrader>): void {
  let grader: SubmissionGrader | undefined;
  const answer = async (message: ToGrader): Promise<FromGrader> => {
    if (message.kind === 'prepare') {
      grader = await prepare(message.preparation);
      return { kind: 'prepared', prepared: grader.prepared };
    }
    if (grader === undefined) throw new Error('it was not prepared');
    let assignment: string | undefined;
    const tell = (): void => reply({ kind: 'at-work', assignment });
    const telling = setInterval(tell, betweenSignsMs);
    try {
      const graded = await grader.grade(message.job, (begun) => {
        assignment = begun;
        tell();
      });
      return { kind: 'graded', graded };
    } finally {
      clearInterval(telling);
    }
  };
  const reply = (message: FromGrader): void => {
    // An error means that the batch is gone, which the `disconnect` event handles.
    if (process.connected) process.send?.(message, undefined, {}, () => undefined);
  };
  const end = (): void => {
    grader?.close();
    process.exit();
  };
  process.on('message', (message: ToGrader) => {
    answer(message).then(reply, (error: unknown) =>
      reply({ kind: 'failed', reason: error instanceof Error ? error.message : String(error) }),
    );
  });
  process.on('disconnect', end);
  process.on('SIGTERM', end);
  process.on('SIGINT', () => undefined);
}
