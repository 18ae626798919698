/** What a nursery and the grader tell each other: a line of JSON each. Nothing of a submission ever goes this way. */

/** What the grader asks. */
export type ToNursery =
  /** The first: how it is to work. */
  | ({ readonly kind: 'open' } & NurseryOptions)
  /** A process for a slot, to be made now. Each slot is good for one. */
  | { readonly kind: 'fork'; readonly slot: number }
  /** To end the process of a slot, unless it has ended, and to tell how it did. */
  | { readonly kind: 'end'; readonly slot: number };

export interface NurseryOptions {
  /** Prebuilt binary of the library that calls the operating system. */
  readonly koffiFile: string;
  /** Whether each child gets namespaces of its own. */
  readonly namespaces: boolean;
  /** How many children it may ever have: so many pairs of descriptors it was given. */
  readonly slots: number;
  /** Whether to warm up, or only to show that it works. */
  readonly warmUp: boolean;
}

/** What the nursery answers. */
export type FromNursery =
  /** It is warm, and waits. */
  | { readonly status: 'warm' }
  /** @param pid - in the nursery's own namespace */
  | { readonly status: 'forked'; readonly slot: number; readonly pid: number }
  | { readonly status: 'ended'; readonly slot: number; readonly exitCode?: number; readonly signal?: number }
  /** It can't go on. */
  | { readonly status: 'failed'; readonly reason: string };

/** Descriptors of the nursery: behind standard input, output and error. */
export const controlDescriptor = 3;

/** Where a slot's channel to the grader is, and its standard error. */
export function slotDescriptors(slot: number): { readonly channel: number; readonly standardError: number } {
  const channel = controlDescriptor + 1 + 2 * slot;
  return { channel, standardError: channel + 1 };
}

/** The word among the program's arguments that makes it a nursery. */
export const nurseryArgument = 'nursery';

export function encodeLine(message: ToNursery | FromNursery): string {
  return `${JSON.stringify(message)}\n`;
}

/** Cuts a stream of text into messages. */
export class LineReader<Message extends ToNursery | FromNursery> {
  #rest = '';

  /** @returns the messages that are now complete */
  push(text: string): readonly Message[] {
    const lines = (this.#rest + text).split('\n');
    this.#rest = lines.pop() ?? '';
    return lines.map((line) => JSON.parse(line) as Message);
  }
}
