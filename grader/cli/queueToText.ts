import type { BatchState, QueueState, WorkerState } from '../class/queue';

/** Formats a queue for a terminal: batches, then workers, one line each. */
export function queueToText({ batches, workers, coordinators }: QueueState, place: string): readonly string[] {
  const rate = workers.reduce((sum, one) => sum + one.rate, 0);
  const lines = [
    `${place}: ${counted(batches.length, 'batch', 'batches')}, ${counted(workers.length, 'worker', 'workers')}, ${rate.toFixed(1)}/s`,
    ...batches.flatMap((batch) => [
      batchLine(batch),
      ...coordinators
        .filter((one) => one.batch === batch.id)
        .map((one) => `· handed out by process ${one.pid} on ${one.host}: ${one.done} of ${one.total} graded`),
      ...batch.failures.map(({ name, reason }) => `· failed: ${name}: ${reason}`),
    ]),
    ...workers.flatMap(workerLines),
    ...(batches.length > 0 && workers.length === 0 ? ['no worker is running; start `grader worker --redis URL`'] : []),
  ];
  return lines;
}

function batchLine({ id, assignments, isPaused, waiting, running, failed, toFetch }: BatchState): string {
  const counts = `${waiting} waiting, ${running} running, ${failed} failed, ${toFetch} graded and not yet fetched`;
  return `batch ${id} (${assignments.join(', ')}): ${counts}${isPaused ? '; paused, continue with --resume' : ''}`;
}

function workerLines({ host, pid, jobs, running, done, rate, batches, refused }: WorkerState): readonly string[] {
  const what = batches.length > 0 ? `works, ${running} of ${jobs} lanes busy` : refused.length > 0 ? 'refused' : 'idle';
  return [
    `worker on ${host}, process ${pid}: ${what}, ${done} graded, ${rate.toFixed(1)}/s`,
    ...refused.map(({ batch, differences }) => `· refused for batch ${batch}: ${differences.join('; ')}`),
  ];
}

function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}
