/**
 * The tfjs of the page, instead of `@tensorflow/tfjs`: tensors, operations, gradients and optimizers on the JavaScript
 * backend. Layers, models and other backends are three quarters of tfjs, and not part of any exercise: their stubs are
 * rejected where an exercise bans them, and missing otherwise.
 */
import '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-core/dist/register_all_gradients';
import '@tensorflow/tfjs-core/dist/public/chained_ops/register_all_chained_ops';

export * from '@tensorflow/tfjs-core';
export * from '@tensorflow/tfjs-backend-cpu';

class Absent {
  apply(): never {
    throw new Error('layers and models are not in the page: run `npm test` for what needs them');
  }
}

class Regularizer extends Absent {}
class Layer extends Absent {}
export class LayersModel extends Absent {}
export class Sequential extends LayersModel {}
export class GraphModel extends Absent {}

const regularizer = (): Regularizer => new Regularizer();
const layer = (): Layer => new Layer();

export const regularizers = { l1: regularizer, l2: regularizer, l1l2: regularizer };
export const layers = { Layer, dense: layer, activation: layer, dropout: layer, batchNormalization: layer };
