import { constants } from 'node:os';

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Resolves on Ctrl-C or when the terminal closes, for commands that run until then. */
export function interrupted(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of signals) process.once(signal, () => resolve());
  });
}

/** Aborts work in order on a signal; a second signal ends the process at once. */
export interface AbortOnSignal {
  readonly signal: AbortSignal;
  /** The signal received, and its exit code in shells. */
  readonly received: () => { readonly name: string; readonly exitCode: number } | undefined;
  /** Restores the default handling of signals. */
  readonly end: () => void;
}

export function abortOnSignal(): AbortOnSignal {
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
