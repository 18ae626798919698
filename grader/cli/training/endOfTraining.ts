import { constants } from 'node:os';
import type { RunningTraining, TrainingEnding, TrainingStatus } from '../../student/training';

/** How a training ended, and the exit code of the signal that ended it, if one did. */
export interface TrainingEnd {
  readonly ending: TrainingEnding;
  readonly status: TrainingStatus;
  readonly signal: number | undefined;
}

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Waits for a training to finish; stops it on Ctrl-C and keeps what it has reported so far. */
export async function endOfTraining(training: RunningTraining): Promise<TrainingEnd> {
  let signal: number | undefined;
  const listeners = signals.map((name) => {
    const listener = (): void => {
      signal ??= 128 + constants.signals[name];
      training.stop();
    };
    process.on(name, listener);
    return { name, listener };
  });
  try {
    const ending = await training.ended;
    // On Ctrl-C the terminal signals both processes, in any order.
    if (ending.status === 'stopped') signal ??= 128 + constants.signals.SIGINT;
    return { ending, status: statusOf(ending), signal: ending.status === 'stopped' ? signal : undefined };
  } finally {
    for (const { name, listener } of listeners) process.off(name, listener);
  }
}

function statusOf({ status }: TrainingEnding): TrainingStatus {
  if (status === 'stopped') return 'interrupted';
  return status === 'student' ? 'failed' : status;
}
