/** The module `descent/data`, for defining data in a course's `curriculum/data.ts`. */
export { findDataFolder } from '../../../data/files/findDataFolder';
export { TensorValue } from '../../execution/values';
export type { DataSet } from '../../pipeline/course';
