import * as tf from '../../precision/tfjs';
import { defineCallback, tensor } from '../../execution/defineCallback';

/** The gradient of ½ Σ curvatures·(w − center)², a new tensor. */
export const quadraticGradient = defineCallback({
  name: 'quadraticGradient',
  description: 'w ↦ curvatures ⊙ (w − center)',
  role: 'bowl',
  parameters: { curvatures: tensor, center: tensor },
  make:
    ({ curvatures: a, center: c }) =>
    (w: tf.Tensor) =>
      tf.tidy(() => tf.tensor(a.values, [...a.shape]).mul(w.sub(tf.tensor(c.values, [...c.shape])))),
});
