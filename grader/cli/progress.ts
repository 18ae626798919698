import { printable } from '../pipeline/report';
import { printNote } from './printLines';

/** Tells on stderr what is going on: a spinner on a terminal, plain lines otherwise. */
export interface Progress {
  readonly say: (what: string) => void;
  readonly warn: (what: string) => void;
  readonly stop: () => void;
}

export async function startProgress(
  first: string,
  { silent, plain }: { readonly silent: boolean; readonly plain: boolean },
): Promise<Progress> {
  if (silent) return { say: () => undefined, warn: printNote, stop: () => undefined };
  if (plain || !canDraw(process.stderr)) {
    return { say: printNote, warn: printNote, stop: () => undefined };
  }
  const { default: ora } = await import('ora');
  // Left to it, ora sets the terminal to raw and reads nothing from it: Ctrl-C would be swallowed.
  const spinner = ora({ text: first, discardStdin: false }).start();
  return {
    say: (what) => {
      spinner.text = printable(what);
    },
    warn: (what) => {
      spinner.clear();
      printNote(what);
    },
    stop: () => spinner.stop(),
  };
}

/** A terminal without width can't be drawn on: what is drawn there is cleared line by line, without end. */
export function canDraw({
  isTTY,
  columns,
}: Pick<NodeJS.WriteStream, 'columns'> & { readonly isTTY: boolean | undefined }): boolean {
  return isTTY === true && columns > 0;
}
