/** The module `descent/laws`, for defining laws in a course's `curriculum/laws.ts`. */
export { z } from 'zod';
export { isArrayValue, isRecordValue, TensorValue, type Value, type ValueRecord } from '../../execution/values';
export {
  defineLaw,
  differingField,
  named,
  theResult,
  type Law,
  type LawContext,
  type Violation,
} from '../../pipeline/checks/laws';
