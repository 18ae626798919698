import { printable } from '../pipeline/report';
import { printNote } from './printLines';

/** Shows progress on stderr: a spinner on a terminal, plain lines otherwise. */
export interface Progress {
  readonly say: (what: string) => void;
  readonly warn: (what: string) => void;
  readonly stop: () => void;
}

/** Options of most commands. */
export interface OutputOptions {
  readonly quiet?: boolean;
  readonly plain?: boolean;
}

/** Shows progress while `work` runs. */
export async function withProgress<Result>(
  first: string,
  options: OutputOptions,
  work: (progress: Progress) => Promise<Result>,
): Promise<Result> {
  const progress = await startProgress(first, options);
  try {
    return await work(progress);
  } finally {
    progress.stop();
  }
}

export async function startProgress(first: string, { quiet, plain }: OutputOptions): Promise<Progress> {
  if (quiet === true) return { say: () => undefined, warn: printNote, stop: () => undefined };
  if (plain === true || !canDraw(process.stderr)) {
    return { say: printNote, warn: printNote, stop: () => undefined };
  }
  const { default: ora } = await import('ora');
  // By default ora puts the terminal into raw mode without reading from it, which would swallow Ctrl-C.
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

/** A terminal without a width can't be drawn on: clearing line by line would never end there. */
export function canDraw({
  isTTY,
  columns,
}: Pick<NodeJS.WriteStream, 'columns'> & { readonly isTTY: boolean | undefined }): boolean {
  return isTTY === true && columns > 0;
}
