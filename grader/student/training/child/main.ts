/**
 * The training process: reads one job from standard input and reports events on descriptor 3. With the argument
 * `backend` it prints the backend that it would use, and exits.
 */
import { readFileSync } from 'node:fs';
import { BackendError, loadBackend } from '../../backends';
import type { TrainingJob } from '../messages';
import { fitDigits } from './fitDigits';
import { Reporter } from './Reporter';
import { StudentCode } from './StudentCode';
import { StudentError } from './StudentError';

async function train(): Promise<void> {
  const reporter = new Reporter();
  try {
    const { config, code, start } = JSON.parse(readFileSync(0, 'utf8')) as TrainingJob;
    const backend = await loadBackend();
    fitDigits(backend, new StudentCode(backend.tf, code), { config, start }, reporter);
  } catch (error) {
    if (error instanceof StudentError) reporter.tell({ type: 'student', problem: error.problem });
    else reporter.tell({ type: 'failed', message: (error as Error).message, usage: error instanceof BackendError });
    if (process.env['DEBUG'] === 'grader') console.error(error);
  }
}

async function tellBackend(): Promise<void> {
  try {
    const { name, why, version } = await loadBackend();
    console.log(JSON.stringify({ status: 'ok', name, why, version }));
  } catch (error) {
    console.log(JSON.stringify({ status: 'problem', message: (error as Error).message }));
  }
}

void (process.argv.includes('backend') ? tellBackend() : train());
