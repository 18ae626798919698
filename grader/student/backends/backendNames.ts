import { BackendError } from './BackendError';

/** Backend names of tfjs, fastest first: native TensorFlow, WebAssembly, plain JavaScript. */
export const backendNames = ['tensorflow', 'wasm', 'cpu'] as const;

export type BackendName = (typeof backendNames)[number];

/** Aliases of backends. */
const aliases: Readonly<Record<string, BackendName>> = { node: 'tensorflow', 'tfjs-node': 'tensorflow', js: 'cpu' };

/**
 * The backend that `DESCENT_BACKEND` selects.
 *
 * @returns undefined if it is unset or empty
 * @throws BackendError for an unknown backend
 */
export function requestedBackend({
  DESCENT_BACKEND: asked = '',
}: Readonly<Record<string, string | undefined>>): BackendName | undefined {
  const name = asked.trim().toLowerCase();
  if (name === '') return undefined;
  const found = backendNames.find((known) => known === name) ?? aliases[name];
  if (found !== undefined) return found;
  throw new BackendError(
    `DESCENT_BACKEND=${asked} is no backend: set it to tensorflow (also: node), wasm or cpu, or unset it to get the fastest that there is`,
  );
}
