import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { parseJson } from '../../files';
import { messageSchema, type StudentProblem, type TrainingJob, type TrainingMessage } from './messages';

/** How the training process ended. */
export type TrainingEnding =
  | { readonly status: 'finished' }
  | { readonly status: 'stopped' }
  | { readonly status: 'diverged'; readonly step: number; readonly loss: number | string }
  | { readonly status: 'student'; readonly problem: StudentProblem }
  | { readonly status: 'failed'; readonly message: string; readonly usage: boolean };

export interface RunningTraining {
  readonly ended: Promise<TrainingEnding>;
  /** Kills it: a training in the middle of a step can't handle a signal. */
  readonly stop: () => void;
}

export interface TrainingProcess {
  /** Program and arguments. */
  readonly command: readonly string[];
  /** Working directory, from which data and packages are found. */
  readonly root: string;
}

/**
 * Starts a training in a separate process, in single precision. Output of the student's code goes to stderr.
 */
export function runTraining(
  { command: [program = '', ...args], root }: TrainingProcess,
  job: TrainingJob,
  hear: (message: TrainingMessage) => void,
): RunningTraining {
  const child = spawn(program, args, {
    cwd: root,
    stdio: ['pipe', process.stderr, 'inherit', 'pipe'],
    windowsHide: true,
  });
  let isStopped = false;
  let ending: TrainingEnding | undefined;
  let nonsense: string | undefined;
  createInterface({ input: child.stdio[3] as Readable }).on('line', (line) => {
    const message = parseMessage(line);
    if (message === undefined) nonsense ??= line;
    else {
      ending = endingOf(message) ?? ending;
      hear(message);
    }
  });
  // A process that fails to start or ends early closes its input; its end is reported below.
  child.stdin?.on('error', () => undefined);
  child.stdin?.end(JSON.stringify(job));
  const ended = new Promise<TrainingEnding>((resolve, reject) => {
    child.on('error', (error) => reject(new Error(`the training process could not be started: ${error.message}`)));
    child.on('close', (code, signal) => {
      if (ending !== undefined) resolve(ending);
      else if (isStopped || signal === 'SIGINT') resolve({ status: 'stopped' });
      else resolve({ status: 'failed', message: earlyEnd(code, signal, nonsense), usage: false });
    });
  });
  const stop = (): void => {
    isStopped = true;
    child.kill('SIGKILL');
  };
  return { ended, stop };
}

function parseMessage(line: string): TrainingMessage | undefined {
  const message = parseJson(line, messageSchema);
  return message.status === 'read' ? message.value : undefined;
}

function endingOf(message: TrainingMessage): TrainingEnding | undefined {
  switch (message.type) {
    case 'finished':
      return { status: 'finished' };
    case 'diverged':
      return { status: 'diverged', step: message.step, loss: message.loss };
    case 'student':
      return { status: 'student', problem: message.problem };
    case 'failed':
      return { status: 'failed', message: message.message, usage: message.usage };
    default:
      return undefined;
  }
}

function earlyEnd(code: number | null, signal: string | null, nonsense: string | undefined): string {
  const how = signal === null ? `with exit code ${code}` : `by ${signal}`;
  const why =
    nonsense === undefined
      ? 'does your code call process.exit, or use up all memory?'
      : `it wrote nonsense: ${nonsense.slice(0, 80)}`;
  return `the training process ended ${how} before it was done: ${why}`;
}
