/** Files of data sets: finding, verifying, downloading and unpacking them. Independent of tensors. */
export { DataError, codeOf } from './DataError';
export { findDataFolder } from './findDataFolder';
export { readChecked } from './checksum';
export { download } from './download';
export type { Download } from './download';
export { fileSize, megabytes } from './fileSize';
export { unpackTarGz } from './unpackTarGz';
