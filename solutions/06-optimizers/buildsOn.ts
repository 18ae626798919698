import { tidied, type ExerciseFunction } from 'descent/author';
import type { adamL2Step, adamWStep, biasCorrection, momentumStep, nesterovStep } from './optimizers';
import type { AdamStep } from './adamMistakes';

/** Nesterov's step as the given momentum step, with the gradient at the look-ahead point. */
export function nesterovOnMomentum(neighbour: ExerciseFunction): typeof nesterovStep {
  const momentum = neighbour as typeof momentumStep;
  return tidied<typeof nesterovStep>((w, v, gradient, options) =>
    momentum(w, gradient(w.add(v.mul(options.rho))), v, options),
  );
}

/** Adam's step that corrects both moments with the given function. */
export function adamOnCorrection(neighbour: ExerciseFunction): AdamStep {
  const correct = neighbour as typeof biasCorrection;
  return tidied<AdamStep>((w, dw, state, { learningRate, beta1, beta2, epsilon }) => {
    const t = state.t + 1;
    const m = state.m.mul(beta1).add(dw.mul(1 - beta1));
    const v = state.v.mul(beta2).add(dw.square().mul(1 - beta2));
    const direction = correct(m, beta1, t).div(correct(v, beta2, t).sqrt().add(epsilon));
    return { w: w.sub(direction.mul(learningRate)), state: { m, v, t } };
  });
}

/** Adam with coupled decay: the given step on dw + λw. */
export function coupledOn(neighbour: ExerciseFunction): typeof adamL2Step {
  const adam = neighbour as AdamStep;
  return tidied<typeof adamL2Step>((w, dw, state, options) => adam(w, dw.add(w.mul(options.lambda)), state, options));
}

/** AdamW: the given step, then the decay of the weights from before it. */
export function decoupledOn(neighbour: ExerciseFunction): typeof adamWStep {
  const adam = neighbour as AdamStep;
  return tidied<typeof adamWStep>((w, dw, state, options) => {
    const { w: next, state: after } = adam(w, dw, state, options);
    return { w: next.sub(w.mul(options.learningRate * options.weightDecay)), state: after };
  });
}
