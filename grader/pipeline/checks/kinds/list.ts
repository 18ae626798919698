/** The kinds of checks, and what a spec writes for each. A new kind is a file beside this one, named here. */
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

export const checkKinds = [referenceKind, gradientKind, propertyKind, inputKind, leakKind, kernelsKind] as const;
