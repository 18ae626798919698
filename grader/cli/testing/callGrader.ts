import { format } from 'node:util';
import { ensureBundles } from '../../bundling/bundles';
import { main } from '../main';
import { root, testEnvironment, type Run } from './runGrader';

const { child, train } = ensureBundles(root);
const command = (bundle: string): readonly string[] => [
  process.execPath,
  `${root}/grader/bundling/runBundle.js`,
  bundle,
];
const installation = { root, engine: root, childCommand: command(child), trainingCommand: command(train) };

/**
 * Runs the command line as a function in this process, which takes milliseconds; a new process takes most of a second.
 * Use `runGrader` to test signals, exit codes and immediate output.
 */
export async function callGrader(
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<Run> {
  const said = { stdout: '', stderr: '' };
  const before = { env: process.env, exitCode: process.exitCode };
  const listeners = process.stdout.listeners('error');
  const spies = (['stdout', 'stderr'] as const).flatMap((stream) => {
    const keep = (text: string | Uint8Array): boolean => ((said[stream] += String(text)), true);
    const print = (...parts: readonly unknown[]): void => void keep(`${format(...parts)}\n`);
    return [
      jest.spyOn(process[stream], 'write').mockImplementation(keep),
      ...(stream === 'stdout' ? (['log', 'info'] as const) : (['error', 'warn'] as const)).map((method) =>
        jest.spyOn(console, method).mockImplementation(print),
      ),
    ];
  });
  process.env = testEnvironment(environment);
  process.exitCode = undefined;
  try {
    await main([process.execPath, 'grader', ...args], installation);
    return { exitCode: Number(process.exitCode ?? 0), ...said };
  } finally {
    for (const spy of spies) spy.mockRestore();
    for (const listener of process.stdout.listeners('error').slice(listeners.length))
      process.stdout.off('error', listener as () => void);
    process.env = before.env;
    process.exitCode = before.exitCode;
  }
}
