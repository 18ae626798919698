/** The module `descent/data`: what a course defines data with, in its `curriculum/data.ts`. */
export { findDataFolder } from '../../../data/files/findDataFolder';
export { TensorValue } from '../../execution/values';
export type { DataSet } from '../../pipeline/course';
