/** CIFAR-10; see README.md. Importing this loads tfjs: in double precision, import the precision module first. */
export { loadCifar10 } from './loadCifar10';
export type { Cifar10, Cifar10Options } from './loadCifar10';
export { cifar10Counts, readCifar10 } from './readCifar10';
export type { Cifar10Range } from './readCifar10';
export { getCifar10 } from './getCifar10';
export type { GetCifar10 } from './getCifar10';
export { parseRecords } from './parseRecords';
export { cifar10Classes, cifar10Files, cifar10Shape, cifar10Source } from './source';
export type { Cifar10Source } from './source';
