/**
 * The kinds of checks, and the function that a spec calls for each. A new kind is a file in this folder, listed here.
 */
import type { CheckKinds } from '../../types';
import type { CheckKind } from './defineCheck';
import { answerKind } from './answer';
import { gradientKind } from './gradient';
import { inputKind } from './input';
import { kernelsKind } from './kernels';
import { leakKind } from './leak';
import { propertyKind } from './property';
import { referenceKind } from './reference';

export { gradient } from './gradient';
export { leavesInputsAlone } from './input';
export { isVectorized } from './kernels';
export { leavesNoTensors } from './leak';
export { reference } from './reference';

/** Typed by the declarations in the kinds' files: a declared kind missing here does not compile. */
export const checkKinds: {
  readonly [Kind in keyof CheckKinds]: CheckKind<CheckKinds[Kind]['check'], CheckKinds[Kind]['finding']>;
} = {
  reference: referenceKind,
  gradient: gradientKind,
  property: propertyKind,
  input: inputKind,
  leak: leakKind,
  kernels: kernelsKind,
  answer: answerKind,
};
