import type { ReadStream } from 'node:tty';

/** Key presses, one at a time. */
export interface Keys extends AsyncIterable<string> {
  /** Hands the terminal to another program. */
  readonly pause: () => void;
  readonly resume: () => void;
  readonly close: () => void;
}

/** Undefined if there is no keyboard. */
export function readKeys(stream: ReadStream & { readonly isTTY: boolean }): Keys | undefined {
  if (!stream.isTTY) return undefined;
  const pressed: string[] = [];
  let wake: () => void = () => undefined;
  let isOpen = true;
  stream.setEncoding('utf8');
  const listen = (isListening: boolean): void => {
    stream.setRawMode(isListening);
    if (isListening) stream.resume();
    else stream.pause();
  };
  stream.on('data', (text: string | Buffer) => {
    pressed.push(...text.toString());
    wake();
  });
  listen(true);
  return {
    pause: () => void listen(false),
    resume: () => void listen(true),
    close: () => {
      isOpen = false;
      listen(false);
      wake();
    },
    async *[Symbol.asyncIterator]() {
      while (isOpen) {
        const key = pressed.shift();
        if (key !== undefined) yield key;
        else await new Promise<void>((resolve) => (wake = resolve));
      }
    },
  };
}
