import { calculus } from './calculus';
import { comparisons } from './comparisons';
import { creation } from './creation';
import { elementwise } from './elementwise';
import { matrices } from './matrices';
import type { OperationCase } from './operationCase';
import { randomNumbers } from './randomNumbers';
import { reductions } from './reductions';
import { structure } from './structure';
import { training } from './training';

export { relativeError } from './operationCase';
export type { OperationCase } from './operationCase';

/** The results of tfjs next to the expected ones, by family, on random inputs of this seed. */
export function operationFamilies(seed: number): ReadonlyMap<string, readonly OperationCase[]> {
  const random = randomNumbers(seed);
  return new Map([
    ['elementwise', elementwise(random)],
    ['reductions', reductions(random)],
    ['matrices', matrices(random)],
    ['structure', structure(random)],
    ['comparisons and indices', comparisons()],
    ['creation', creation()],
    ['losses and derivatives', calculus(random)],
    ['optimizers and layers', training(random)],
  ]);
}
