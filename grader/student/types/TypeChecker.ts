import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { program } from './startTypes';

/** A type checker in a separate long-lived process, fast from its second answer on. */
export class TypeChecker {
  readonly #process: ChildProcess | undefined;

  /** @param onChecked - gets one line per type error of an assignment */
  constructor(root: string, onChecked: (id: string, errors: readonly string[]) => void) {
    if (!existsSync(join(root, 'tsconfig.json'))) return;
    this.#process = spawn(process.execPath, [program(root), root], { stdio: ['ignore', 'ignore', 'ignore', 'ipc'] });
    this.#process.on('message', (message) => {
      const { id, errors } = message as { readonly id: string; readonly errors: readonly string[] };
      onChecked(id, errors);
    });
    // Without it there are no type errors, but everything else works.
    this.#process.on('error', () => undefined);
  }

  check(id: string): void {
    if (this.#process?.connected === true) this.#process.send(id, () => undefined);
  }

  close(): void {
    this.#process?.kill();
  }
}
