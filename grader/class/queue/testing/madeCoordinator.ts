/** Runs a coordinator as a process: `madeCoordinator.cjs URL PREFIX SUBMISSIONS OUT LOG TIMING`. */
import { runMadeBatch } from './runMadeBatch';

const [url = '', prefix = '', directory = '', out = '', log = '', timing = '{}'] = process.argv.slice(2);

void runMadeBatch({
  url,
  prefix,
  directory,
  out,
  log,
  timing: JSON.parse(timing) as { lockMs: number; stalledMs: number },
}).then(() => process.exit());
