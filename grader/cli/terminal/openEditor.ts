import { spawn } from 'node:child_process';
import { editorCommand } from '../../student/watch';

export type Opened =
  { readonly status: 'opened' } | { readonly status: 'none' } | { readonly status: 'failed'; readonly command: string };

/** Opens a file in the user's editor, and waits for an editor that uses the terminal. */
export async function openEditor(place: { readonly path: string; readonly line: number }): Promise<Opened> {
  const command = editorCommand(process.env, place);
  if (command === undefined) return { status: 'none' };
  const { program, args, ownsTerminal } = command;
  return new Promise((resolve) => {
    const child = spawn(program, args, ownsTerminal ? { stdio: 'inherit' } : { stdio: 'ignore', detached: true });
    child.on('error', () => resolve({ status: 'failed', command: program }));
    if (ownsTerminal) child.on('close', () => resolve({ status: 'opened' }));
    else
      child.on('spawn', () => {
        child.unref();
        resolve({ status: 'opened' });
      });
  });
}
