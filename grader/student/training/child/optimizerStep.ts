import type { Tensor, Tensor2D } from '@tensorflow/tfjs';
import type { OptimizerState } from 'descent';
import type { Tfjs } from '../../../precision';
import { files, optimizers, type OptimizerName } from '../../../curriculum/training';
import type { TrainingConfig } from '../config';
import { fieldsOf, requireTensor } from './requireTensor';
import type { StudentCode, StudentFunction } from './StudentCode';

/** A step with a given learning rate, independent of the optimizer's own signature. */
export type StepAtRate = (
  W: Tensor2D,
  dW: Tensor2D,
  state: OptimizerState,
  learningRate: number,
) => { w: Tensor2D; state: OptimizerState };

interface StepInputs {
  readonly W: Tensor;
  readonly dW: Tensor;
  readonly state: OptimizerState;
  readonly learningRate: number;
  readonly weightDecay: number;
  readonly zeros: () => Tensor;
}

/** The unchecked result of a step. */
interface RawStep {
  readonly w: unknown;
  readonly state: unknown;
}

type Adapter = (step: StudentFunction, inputs: StepInputs) => RawStep;

/** The usual settings from the handout of 06-optimizers. */
const [rho, decay, beta1, beta2, epsilon] = [0.9, 0.9, 0.9, 0.999, 1e-8];

/** How to call each optimizer. The initial state is zeros. */
const adapters: Readonly<Record<OptimizerName, Adapter>> = {
  sgd: (step, { W, dW, learningRate }) => ({ w: step(W, dW, { learningRate }), state: undefined }),
  momentum: withTensor('v', { rho }),
  adagrad: withTensor('s', { epsilon }),
  rmsprop: withTensor('s', { decay, epsilon }),
  adam: withMoments(() => ({})),
  adamL2: withMoments(({ weightDecay }) => ({ lambda: weightDecay })),
  adamW: withMoments(({ weightDecay }) => ({ weightDecay })),
};

/** The student's optimizer, adapted to the student's trainer. */
export function optimizerStep(tf: Tfjs, student: StudentCode, { optimizer, weightDecay }: TrainingConfig): StepAtRate {
  const place = { assignment: files.optimizers.id, exercise: optimizers[optimizer].exercise };
  const step = student.functionOf(place.assignment, place.exercise);
  return (W, dW, state, learningRate) =>
    // Keep only what the step returned, whether or not the student's function is tidy.
    tf.tidy(() => {
      const result = adapters[optimizer](step, {
        W,
        dW,
        state,
        learningRate,
        weightDecay,
        zeros: () => tf.zerosLike(W),
      });
      return { w: requireTensor(result.w, W.shape, 'w', place) as Tensor2D, state: result.state as OptimizerState };
    });
}

/** A step (w, dw, memory, options) => {w, memory} whose state is one tensor. */
function withTensor(memory: 'v' | 's', settings: Readonly<Record<string, number>>): Adapter {
  return (step, { W, dW, state, learningRate, zeros }) => {
    const { w, [memory]: next } = fieldsOf(step(W, dW, state ?? zeros(), { learningRate, ...settings }));
    return { w, state: next };
  };
}

/** A step (w, dw, {m, v, t}, options) => {w, state}. */
function withMoments(settings: (inputs: StepInputs) => Readonly<Record<string, number>>): Adapter {
  return (step, inputs) => {
    const { W, dW, state, learningRate, zeros } = inputs;
    const memory = state ?? { m: zeros(), v: zeros(), t: 0 };
    const { w, state: next } = fieldsOf(
      step(W, dW, memory, { learningRate, beta1, beta2, epsilon, ...settings(inputs) }),
    );
    return { w, state: next };
  };
}
