/**
 * Messages between a nursery and the grader, one line of JSON each. No data of a submission is ever sent here.
 *
 * The grader uses Node's IPC channel, the only one through which Node receives socket descriptors. For the nursery it
 * is a plain descriptor: its Node does not know about the channel.
 */

/** Requests of the grader. */
export type ToNursery =
  /** The first message: its options. */
  | ({ readonly kind: 'open' } & NurseryOptions)
  /** Fork the process for a slot now. Each slot is used once. */
  | { readonly kind: 'fork'; readonly slot: number }
  /** End the process of a slot, if it still runs, and report how it ended. */
  | { readonly kind: 'end'; readonly slot: number };

export interface NurseryOptions {
  /** Prebuilt binary of the library that makes system calls. */
  readonly koffiFile: string;
  /** Whether each child gets its own namespaces. */
  readonly namespaces: boolean;
  /** How many slots to keep ready. */
  readonly spareSlots: number;
  /** Whether to warm up, or only to check that it works. */
  readonly warmUp: boolean;
}

/** Messages of the nursery. */
export type FromNursery =
  /** The grader's end of a slot's socket, attached to the message. */
  | { readonly status: 'slot'; readonly slot: number; readonly end: keyof SlotDescriptors }
  /** It is warm and waiting. */
  | { readonly status: 'warm' }
  /** @param pid - in the nursery's own namespace */
  | { readonly status: 'forked'; readonly slot: number; readonly pid: number }
  | { readonly status: 'ended'; readonly slot: number; readonly exitCode?: number; readonly signal?: number }
  /** It can't continue. */
  | { readonly status: 'failed'; readonly reason: string };

/** A child's channel to the grader, and its standard error. */
export interface SlotDescriptors {
  readonly channel: number;
  readonly standardError: number;
}

/** The nursery's descriptor, after standard input, output and error. */
export const controlDescriptor = 3;

/** Variables that tell Node about its IPC channel. */
export const channelVariables = ['NODE_CHANNEL_FD', 'NODE_CHANNEL_SERIALIZATION_MODE'] as const;

/** The program argument that starts it as a nursery. */
export const nurseryArgument = 'nursery';

export function encodeLine(message: FromNursery): string {
  return `${JSON.stringify(message)}\n`;
}

/** A message with an attached socket, in the format of Node's channel. */
export function encodeWithSocket(message: FromNursery): string {
  return `${JSON.stringify({ cmd: 'NODE_HANDLE', type: 'net.Socket', msg: message })}\n`;
}

/** Splits a stream of text into messages. */
export class LineReader {
  #rest = '';

  /** @returns the complete messages, without Node's own acknowledgements of sockets */
  push(text: string): readonly ToNursery[] {
    const lines = (this.#rest + text).split('\n');
    this.#rest = lines.pop() ?? '';
    return lines.map((line) => JSON.parse(line) as ToNursery).filter((message) => 'kind' in message);
  }
}
