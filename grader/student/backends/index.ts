/** Backends for training in single precision; see README.md. Importing this loads no tfjs. */
export { loadBackend, type LoadedBackend } from './loadBackend';
export { BackendError } from './BackendError';
export { reasonIn } from './reasonIn';
export { installTfjsNode } from './loadTfjsNode';
