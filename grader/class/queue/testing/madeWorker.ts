/** Runs a worker as a process: `madeWorker.cjs URL PREFIX LOG TIMING [PROOF]`. */
import { WorkerPool } from '../WorkerPool';
import { madeGrader } from './madeGrader';
import { madeStamp } from './madeStamp';

const [url = '', prefix = '', log = '', timing = '{}', proof = '{}'] = process.argv.slice(2);

void WorkerPool.open({
  url,
  prefix,
  jobs: 2,
  proof: { ...madeStamp, ...(JSON.parse(proof) as object) },
  timing: JSON.parse(timing) as { lockMs: number; stalledMs: number },
  start: () => madeGrader(log),
  say: (what) => console.log(what),
});
