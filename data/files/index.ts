/** Files of data sets: finding, checking, downloading and unpacking them. Knows nothing of tensors. */
export { DataError, codeOf } from './DataError';
export { findDataFolder } from './findDataFolder';
export { readChecked } from './checksum';
export { download } from './download';
export type { Download } from './download';
export { fileSize, megabytes } from './fileSize';
export { unpackTarGz } from './unpackTarGz';
