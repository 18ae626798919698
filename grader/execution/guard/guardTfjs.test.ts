import * as tf from '../../precision/tfjs';
import type { ForbiddenCall } from '../../pipeline/types';
import { Bans } from './Bans';
import { interior } from './guardInterior';
import { guardTfjs } from './guardTfjs';

const bans = new Bans();
const guarded = guardTfjs(tf, bans) as typeof tf;
const scores = tf.tensor2d([[1, 2]]);

const banned: readonly ForbiddenCall[] = [
  ...['grad', 'grads', 'valueAndGrad', 'valueAndGrads', 'variableGrads', 'softmax', 'logSoftmax', 'logSumExp'].map((path) => ({ path })),
  ...['losses.*', 'metrics.*', 'train.*', 'layers.*', 'sequential', 'LayersModel'].map((path) => ({ path })),
  ...['softmax', 'logSoftmax', 'logSumExp'].map((method) => ({ method })),
  ...interior,
];

/** What a call is told to be while it is banned; undefined if it is allowed. */
function violationOf(call: () => unknown, calls = banned): string | undefined {
  return bans.during(calls, call).violation?.call;
}

const realm = globalThis as unknown as { readonly _tfengine: ReturnType<typeof tf.engine> };
const { softmax } = guarded;
const method = guarded.Tensor.prototype.softmax;
const kernelOf = (engine: ReturnType<typeof tf.engine>) => engine.runKernel('Softmax', { logits: scores } as never, { dim: 1 } as never);
const optimizer = guarded.train.adam(0.1);
const weights = tf.variable(tf.scalar(1));

describe('guardTfjs', () => {
  it('should compute what tfjs computes', () => {
    expect(guarded.add([1, 2], [3, 4]).arraySync()).toEqual([4, 6]);
    expect(guarded.tensor(1)).toBeInstanceOf(tf.Tensor);
    expect(guarded.tensor(1).constructor).toBe(guarded.Tensor);
    expect(guarded.tidy(() => guarded.scalar(3)).dataSync()[0]).toBe(3);
    expect(guarded.train.sgd(0.5)).toBeInstanceOf(guarded.SGDOptimizer);
    expect(guarded.losses.meanSquaredError([1, 3], [2, 5]).dataSync()[0]).toBe(2.5);
    expect(guarded.metrics.meanSquaredError(tf.tensor([1, 3]), tf.tensor([2, 5])).dataSync()[0]).toBe(2.5);
  });

  it.each<[string, () => unknown, string]>([
    ['by its name', () => guarded.softmax(scores), 'tf.softmax'],
    ['by a computed name', () => guarded[`soft${'max'}` as 'softmax'](scores), 'tf.softmax'],
    ['by a name read before', () => softmax(scores), 'tf.softmax'],
    ['through the default export', () => (guarded as unknown as { default: typeof tf }).default.grad(tf.square), 'tf.grad'],
    ['in a namespace', () => guarded.losses.absoluteDifference([1], [2]), 'tf.losses.absoluteDifference'],
    ['in a namespace without prototype', () => guarded.metrics.MSE(scores, scores), 'tf.metrics.MSE'],
    ['as a static method', () => guarded.train.adam(0.1), 'tf.train.adam'],
    ['as the static method of a class', () => guarded.OptimizerConstructors.adam(0.1), 'tf.train.adam'],
    ['as a method', () => scores.softmax(), 'tensor.softmax'],
    ['as a method read before', () => method.call(scores), 'tensor.softmax'],
    ['as a method got from a tensor', () => (scores.constructor as typeof tf.Tensor).prototype.logSumExp.call(scores), 'tensor.logSumExp'],
    ['as a kernel', () => kernelOf(realm._tfengine), 'tf.softmax'],
    [
      'as a kernel without its wrapper',
      () =>
        (realm._tfengine as never as { runKernelFunc: (call: object) => unknown }).runKernelFunc({
          kernelName: 'Softmax',
          inputs: { logits: scores },
          attrs: { dim: 1 },
        }),
      'tf.softmax',
    ],
    [
      'through the engine that every backend knows',
      () => kernelOf((new guarded.MathBackendCPU() as never as { data: { dataMover: typeof realm._tfengine } }).data.dataMover),
      'tf.softmax',
    ],
    ['through the engine', () => guarded.engine(), 'tf.engine'],
    ["by the engine's own differentiation", () => realm._tfengine.gradients(() => weights.square(), [weights]), 'tf.grad'],
    ['by an optimizer made before', () => optimizer.minimize(() => weights.square().asScalar()), 'tf.train.adam'],
    ['by an optimizer’s step alone', () => optimizer.applyGradients({ [weights.name]: weights }), 'tf.train.adam'],
    [
      'by a class that is registered',
      () =>
        new (guarded.serialization.SerializationMap.getMap().classNameMap['Adam']?.[0] as unknown as typeof tf.AdamOptimizer)(
          0.1,
          0.9,
          0.999,
        ).applyGradients({}),
      'tf.train.adam',
    ],
    ['as a layer', () => guarded.layers.softmax(), 'tf.layers.softmax'],
    ['as a model', () => guarded.sequential(), 'tf.sequential'],
    [
      'while an error is swallowed',
      () => {
        try {
          guarded.softmax(scores);
        } catch {
          return 1;
        }
        return 2;
      },
      'tf.softmax',
    ],
  ])('should refuse what is banned, %s', (_how, call, name) => {
    expect(violationOf(call)).toBe(name);
    expect(violationOf(call, [])).toBeUndefined();
  });

  it('should let everybody read what is banned, and call what is not', () => {
    expect(violationOf(() => [guarded.softmax, guarded.engine, guarded.losses.hingeLoss, guarded.AdamOptimizer])).toBeUndefined();
    expect(violationOf(() => guarded.sub(scores, guarded.max(scores)).exp().sum().dataSync())).toBeUndefined();
    expect(violationOf(() => guarded.softmax(scores), [{ path: 'grad' }])).toBeUndefined();
    expect(violationOf(() => guarded.train.momentum(0.1, 0.9).applyGradients([]), [{ path: 'train.sgd' }])).toBeUndefined();
  });

  it('should tell apart what a body throws by itself', () => {
    expect(() =>
      bans.during(banned, () => {
        throw new RangeError('mine');
      }),
    ).toThrow('mine');
    expect(violationOf(() => 1)).toBeUndefined();
  });

  it('should let a submission choose the backend that it has anyway', async () => {
    await expect(guarded.setBackend('cpu')).resolves.toBe(true);
  });

  it('should be read-only', () => {
    expect(() => Object.assign(guarded, { add: () => 0 })).toThrow(TypeError);
    expect(() => Object.assign(guarded.losses, { hingeLoss: () => 0 })).toThrow(TypeError);
    expect(() => Object.assign(Object.getPrototypeOf(realm._tfengine) as object, { gradients: () => 0 })).toThrow(TypeError);
  });

  it('should be its own default export', () => {
    expect((guarded as typeof tf & { default: unknown }).default).toBe(guarded);
  });
});
