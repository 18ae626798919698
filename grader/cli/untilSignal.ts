import { constants } from 'node:os';

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Ends work in an orderly way when somebody ends the program; a second time it ends at once. */
export interface UntilSignal {
  readonly signal: AbortSignal;
  /** The one that came, and the exit code that shells know it by. */
  readonly received: () => { readonly name: string; readonly exitCode: number } | undefined;
  /** Lets signals be what they are. */
  readonly end: () => void;
}

export function untilSignal(): UntilSignal {
  const controller = new AbortController();
  let received: (typeof signals)[number] | undefined;
  const take = (name: (typeof signals)[number]): void => {
    received = name;
    end();
    controller.abort();
  };
  const end = (): void => {
    for (const name of signals) process.off(name, take);
  };
  for (const name of signals) process.on(name, take);
  return {
    signal: controller.signal,
    received: () =>
      received === undefined ? undefined : { name: received, exitCode: 128 + constants.signals[received] },
    end,
  };
}
