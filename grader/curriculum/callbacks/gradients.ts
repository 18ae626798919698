import * as tf from '../../precision/tfjs';
import { tensorParameter, type CallbackFactory } from '../../execution/callbacks/callback';

/** Gradients of simple losses, as functions of the weights. */
export const gradients: Readonly<Record<string, CallbackFactory>> = {
  /** Of ½ Σ curvatures·(w − center)²: w ↦ curvatures ⊙ (w − center), a fresh tensor. */
  quadraticGradient: ({ curvatures, center }) => {
    const a = tensorParameter(curvatures);
    const c = tensorParameter(center);
    return (w: tf.Tensor) => tf.tidy(() => tf.tensor(a.values, [...a.shape]).mul(w.sub(tf.tensor(c.values, [...c.shape]))));
  },
};
