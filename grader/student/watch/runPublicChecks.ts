import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';

/** A run of Jest that can be ended. */
export interface PublicRun {
  /** Resolves when it is over, however it went: what there is to say it has printed. */
  readonly done: Promise<void>;
  readonly stop: () => void;
}

/** Checks assignments with Jest, and prints nothing but its summary: what to fix first. */
export function runPublicChecks(
  root: string,
  ids: readonly string[],
  { isPlain }: { readonly isPlain: boolean },
): PublicRun {
  const jest = join(root, 'grader', 'student', 'jest');
  const args = ['--selectProjects', 'public', '--reporters', join(jest, 'summaryReporter.js')];
  // An option that takes many values swallows what follows, so the pattern must be an option as well.
  args.push('--testPathPatterns', `assignments[\\\\/](${ids.join('|')})[\\\\/]`);
  const child: ChildProcess = spawn(process.execPath, [join(jest, 'cli.js'), ...args], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: isPlain ? { ...process.env, NO_COLOR: '1' } : process.env,
  });
  const done = new Promise<void>((resolve, reject) => {
    child.on('error', (error) => reject(new Error(`Jest could not be started: ${error.message}`)));
    child.on('close', () => resolve());
  });
  return { done, stop: () => void child.kill() };
}
