import { callback, fixedCase, previous, previousThrough, tensor, type CaseSpec, type Inputs } from 'descent/author';

// Its minimum is not 0, where L2 would only lengthen the gradient, which Adam ignores.
const valley = callback('quadraticGradient', { curvatures: tensor([1, 20]), center: tensor([-1, 0.5]) });

/**
 * Eight steps from (3, 1.5), each with the gradient at the previous result: a path that reports draw.
 *
 * @param memory - initial state by field; empty if the step only returns the weights
 * @param given - whether the step gets the gradient at the weights, `dw`, or the gradient function
 */
export function onTheValley(memory: Inputs, options: Inputs, given: 'dw' | 'gradient' = 'dw'): CaseSpec {
  const fields = Object.keys(memory);
  const weights = fields.length === 0 ? [] : ['w'];
  const first = {
    w: tensor([3, 1.5]),
    ...memory,
    ...(given === 'dw' ? { dw: tensor([4, 20]) } : { gradient: valley }),
  };
  const later = {
    w: previous(...weights),
    ...Object.fromEntries(fields.map((field) => [field, previous(field)])),
    ...(given === 'dw' ? { dw: previousThrough(valley, ...weights) } : { gradient: valley }),
  };
  const steps = Array.from({ length: 8 }, (_, step) => ({ ...(step === 0 ? first : later), options }));
  return fixedCase('on-the-valley', steps, { label: 'eight steps go down a narrow valley', reserved: true });
}
