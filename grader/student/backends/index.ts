/** Backends for training in single precision; see README.md. Importing this loads no tfjs. */
export { loadBackend, type BackendOptions, type LoadedBackend } from './loadBackend';
export { BackendError } from './BackendError';
export type { BackendName } from './backendNames';
export { installTfjsNode } from './loadTfjsNode';
