import type { ReferenceCheck } from '../../../types';
import { en } from '.';

describe('the name of a reference check', () => {
  const named = (id: string, field?: string): string => {
    const check: ReferenceCheck = {
      kind: 'reference',
      id,
      field,
      points: 1,
      cases: [],
      comparison: { rule: 'standard' },
    };
    return en.checkName(check);
  };

  it.each([
    ['softmaxLoss.dW', 'dW', 'dW matches the reference'],
    ['softmaxLoss.dWOfExtremeScores', 'dW', 'dW of extreme scores matches the reference'],
    ['sgdStep.result', undefined, 'the result matches the reference'],
    ['adamStep.severalSteps', undefined, 'the result (several steps) matches the reference'],
  ])('should state what %s claims and on which cases', (id, field, name) => {
    expect(named(id, field)).toBe(name);
  });
});
