/**
 * What a nursery and the grader send each other: a line of JSON each. Nothing of a submission ever goes this way.
 *
 * On the grader's side it is the channel that Node has for processes of its own, since that is the one by which Node
 * takes descriptors of sockets. On the nursery's it is just a descriptor: its Node does not know of the channel.
 */

/** What the grader asks. */
export type ToNursery =
  /** The first: how it is to work. */
  | ({ readonly kind: 'open' } & NurseryOptions)
  /** A process for a slot, to be made now. Each slot is good for one. */
  | { readonly kind: 'fork'; readonly slot: number }
  /** To end the process of a slot, unless it has ended, and to report how it did. */
  | { readonly kind: 'end'; readonly slot: number };

export interface NurseryOptions {
  /** Prebuilt binary of the library that calls the operating system. */
  readonly koffiFile: string;
  /** Whether each child gets namespaces of its own. */
  readonly namespaces: boolean;
  /** How many slots are to be ready. */
  readonly spareSlots: number;
  /** Whether to warm up, or only to show that it works. */
  readonly warmUp: boolean;
}

/** What the nursery answers. */
export type FromNursery =
  /** The grader's end of a socket of a slot, which comes with the message. */
  | { readonly status: 'slot'; readonly slot: number; readonly end: keyof SlotDescriptors }
  /** It is warm, and waits. */
  | { readonly status: 'warm' }
  /** @param pid - in the nursery's own namespace */
  | { readonly status: 'forked'; readonly slot: number; readonly pid: number }
  | { readonly status: 'ended'; readonly slot: number; readonly exitCode?: number; readonly signal?: number }
  /** It can't go on. */
  | { readonly status: 'failed'; readonly reason: string };

/** A child's channel to the grader, and its standard error. */
export interface SlotDescriptors {
  readonly channel: number;
  readonly standardError: number;
}

/** Descriptor of the nursery: behind standard input, output and error. */
export const controlDescriptor = 3;

/** By these a Node that was started with a channel would know of it. */
export const channelVariables = ['NODE_CHANNEL_FD', 'NODE_CHANNEL_SERIALIZATION_MODE'] as const;

/** The word among the program's arguments that makes it a nursery. */
export const nurseryArgument = 'nursery';

export function encodeLine(message: FromNursery): string {
  return `${JSON.stringify(message)}\n`;
}

/** A message that comes with a socket, as Node's channel has it. */
export function encodeWithSocket(message: FromNursery): string {
  return `${JSON.stringify({ cmd: 'NODE_HANDLE', type: 'net.Socket', msg: message })}\n`;
}

/** Cuts a stream of text into messages. */
export class LineReader {
  #rest = '';

  /** @returns the messages that are now complete, without Node's own: it confirms each socket */
  push(text: string): readonly ToNursery[] {
    const lines = (this.#rest + text).split('\n');
    this.#rest = lines.pop() ?? '';
    return lines.map((line) => JSON.parse(line) as ToNursery).filter((message) => 'kind' in message);
  }
}
