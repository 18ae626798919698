import { madeStamp } from '../class/queue/testing/madeStamp';
import { queueToText } from './queueToText';

const worker = { host: 'lab1', pid: 7, jobs: 2, proof: madeStamp, done: 30, running: 2, rate: 3.25 };
const batch = {
  id: 'b1',
  assignments: ['03-losses'],
  needs: madeStamp,
  waiting: 5,
  running: 2,
  failed: 1,
  toFetch: 0,
  isPaused: true,
  failures: [{ name: 's9', reason: 'each worker died' }],
};

describe('queueToText', () => {
  it('should show job counts, rates, and working and refused workers', () => {
    const lines = queueToText(
      {
        batches: [batch],
        workers: [
          { ...worker, batches: ['b1'], refused: [] },
          {
            ...worker,
            host: 'lab2',
            done: 0,
            rate: 0,
            batches: [],
            refused: [{ batch: 'b1', differences: ['Node is v18'] }],
          },
        ],
        coordinators: [{ batch: 'b1', host: 'desk', pid: 3, done: 30, total: 38 }],
      },
      'redis://q (course)',
    );
    expect(lines).toEqual([
      'redis://q (course): 1 batch, 2 workers, 3.3/s',
      'batch b1 (03-losses): 5 waiting, 2 running, 1 failed, 0 graded and not yet fetched; paused, continue with --resume',
      '· handed out by process 3 on desk: 30 of 38 graded',
      '· failed: s9: each worker died',
      'worker on lab1, process 7: works, 2 of 2 lanes busy, 30 graded, 3.3/s',
      'worker on lab2, process 7: refused, 0 graded, 0.0/s',
      '· refused for batch b1: Node is v18',
    ]);
  });

  it('should report that no worker is running', () => {
    expect(queueToText({ batches: [batch], workers: [], coordinators: [] }, 'q').at(-1)).toContain(
      'start `grader worker',
    );
    expect(queueToText({ batches: [], workers: [], coordinators: [] }, 'q')).toEqual([
      'q: 0 batches, 0 workers, 0.0/s',
    ]);
  });
});
