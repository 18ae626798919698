import { setFlagsFromString } from 'node:v8';
import * as tf from '../../precision/tfjs';
import { Bans, guardTfjs, internals } from '.';

const bans = new Bans();
const guarded = guardTfjs(tf, bans) as typeof tf;
const scores = tf.tensor2d([[1, 2]]);

const banned = [
  ...['grad', 'grads', 'valueAndGrad', 'valueAndGrads', 'variableGrads', 'softmax', 'logSoftmax', 'logSumExp'].map(
    (name) => `tf.${name}`,
  ),
  ...['losses', 'metrics', 'train', 'layers', 'regularizers'].map((name) => `tf.${name}.*`),
  ...['softmax', 'logSoftmax', 'logSumExp'].map((name) => `tensor.${name}`),
  ...['batchNorm', 'image.flipLeftRight'].map((name) => `tf.${name}`),
  ...internals,
];

/** The ban that a call violates; undefined if it is allowed. */
function violationOf(call: () => unknown, calls: readonly string[] = banned): string | undefined {
  return bans.during(new Set(calls), call).violation?.ban;
}

const realm = globalThis as unknown as { readonly _tfengine: ReturnType<typeof tf.engine> };
const { softmax } = guarded;
const method = guarded.Tensor.prototype.softmax;
const kernelOf = (engine: ReturnType<typeof tf.engine>) =>
  engine.runKernel('Softmax', { logits: scores } as never, { dim: 1 } as never);
const optimizer = guarded.train.adam(0.1);
const weights = tf.variable(tf.scalar(1));
const layer = guarded.layers.dense({ units: 1, inputShape: [2] });
const model = guarded.sequential({ layers: [layer] });
const regularizer = guarded.regularizers.l2();
const activation = guarded.layers.activation({ activation: 'logSoftmax' as 'softmax' });
/** A class by the name that it is registered under, as anyone may get it. */
const registered = (name: string): { new (): { apply: (x: tf.Tensor) => tf.Tensor } } =>
  guarded.serialization.SerializationMap.getMap().classNameMap[name]?.[0] as never;
const graph = guarded.loadGraphModelSync({
  load: () => ({
    modelTopology: {
      node: [
        { name: 'x', op: 'Placeholder', attr: { dtype: { type: 'DT_FLOAT' } } },
        { name: 'y', op: 'LogSoftmax', input: ['x'], attr: { T: { type: 'DT_FLOAT' } } },
      ],
      versions: {},
    },
    weightSpecs: [],
    weightData: new ArrayBuffer(0),
  }),
});
interface Executor {
  readonly graph: { readonly nodes: Readonly<Record<string, object>> };
  execute: (inputs: object, outputs: readonly string[]) => unknown;
  processStack: (...args: unknown[]) => unknown;
}
const { executor } = graph as unknown as { readonly executor: Executor };
function stepOf({ graph: { nodes } }: Executor): unknown {
  const contexts = [{ id: 0, frameName: '', iterationId: 0 }];
  const context = { currentContext: contexts, currentContextId: '', currentContextIds: [''], functionMap: {} };
  const stack = [{ node: nodes['y'], contexts }];
  const inputs = { x: [scores] };
  return executor.processStack([nodes['x']], stack, context, inputs, {}, new Set(), new Set(), {}, new Set());
}

/** The registries, as a submission can reach them. */
function registry(
  name: string,
): ReadonlyMap<string, { kernelFunc?: (call: object) => unknown; gradFunc?: (...args: unknown[]) => unknown }> {
  return (
    (globalThis as unknown as { readonly _tfGlobals: Map<string, ReturnType<typeof registry>> })._tfGlobals.get(name) ??
    new Map()
  );
}

const channels = tf.ones([1]);
function kernelFuncOf(name: string): unknown {
  const x = tf.ones([1, 2, 2, 1]);
  const inputs = { logits: scores, x, image: x, mean: channels, variance: channels };
  return registry('kernelRegistry')
    .get(`cpu_${name}`)
    ?.kernelFunc?.({ inputs, backend: tf.backend(), attrs: { dim: 1 } });
}

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
    [
      'through the default export',
      () => (guarded as unknown as { default: typeof tf }).default.grad(tf.square),
      'tf.grad',
    ],
    ['in a namespace', () => guarded.losses.absoluteDifference([1], [2]), 'tf.losses.*'],
    ['in a namespace without prototype', () => guarded.metrics.MSE(scores, scores), 'tf.metrics.*'],
    ['as a static method', () => guarded.train.adam(0.1), 'tf.train.*'],
    ['as the static method of a class', () => guarded.OptimizerConstructors.adam(0.1), 'tf.train.*'],
    ['as a method', () => scores.softmax(), 'tensor.softmax'],
    ['as a method read before', () => method.call(scores), 'tensor.softmax'],
    [
      'as a method got from a tensor',
      () => (scores.constructor as typeof tf.Tensor).prototype.logSumExp.call(scores),
      'tensor.logSumExp',
    ],
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
    ['through the engine', () => guarded.engine(), 'tf.engine'],
    [
      "by the engine's own differentiation",
      () => realm._tfengine.gradients(() => weights.square(), [weights]),
      'tf.grad',
    ],
    ['by an optimizer made before', () => optimizer.minimize(() => weights.square().asScalar()), 'tf.train.*'],
    ['by an optimizer’s step alone', () => optimizer.applyGradients({ [weights.name]: weights }), 'tf.train.*'],
    [
      'by a class that is registered',
      () =>
        new (
          guarded.serialization.SerializationMap.getMap().classNameMap[
            'Adam'
          ]?.[0] as unknown as typeof tf.AdamOptimizer
        )(0.1, 0.9, 0.999).applyGradients({}),
      'tf.train.*',
    ],
    ['as a layer', () => guarded.layers.softmax(), 'tf.layers.*'],
    ['as a layer made before', () => layer.apply(scores), 'tf.layers.*'],
    ['as a layer made before, without its wrapper', () => activation.call(scores, {}), 'tf.layers.*'],
    [
      'as the activation of a layer',
      () => (activation as unknown as { activation: { apply: (x: tf.Tensor) => void } }).activation.apply(scores),
      'tf.layers.*',
    ],
    ['as a registered activation', () => new (registered('logSoftmax'))().apply(scores), 'tf.layers.*'],
    ['as a model made before', () => model.predict(scores), 'tf.layers.*'],
    ['as a graph model made before', () => graph.predict(scores), 'tf.layers.*'],
    ['as what runs a graph model', () => executor.execute({ x: scores }, ['y']), 'tf.logSoftmax'],
    ['as a step of a graph model', () => stepOf(executor), 'tf.logSoftmax'],
    ['as a new backend', () => new guarded.MathBackendCPU(), 'tf.backend'],
    [
      'as a regularizer made before',
      () => (regularizer as unknown as { apply: (x: tf.Tensor) => void }).apply(scores),
      'tf.regularizers.*',
    ],
    ['as the function of a kernel', () => kernelFuncOf('Softmax'), 'tf.softmax'],
    ['as the function of a kernel that makes a batch normal', () => kernelFuncOf('FusedBatchNorm'), 'tf.batchNorm'],
    ['as the function of a kernel that flips', () => kernelFuncOf('FlipLeftRight'), 'tf.image.flipLeftRight'],
    [
      "as a kernel's gradient",
      () => registry('gradRegistry').get('Softmax')?.gradFunc?.(scores, [scores], { dim: 1 }),
      'tf.grad',
    ],
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

  it('should refuse calls that return a promise even when nothing is banned', () => {
    const optimizer = guarded.train.sgd(0.1);
    expect(violationOf(() => model.compile({ optimizer, loss: 'meanSquaredError' }), [])).toBeUndefined();
    const [x, y] = [tf.ones([1, 2]), tf.ones([1, 1])];
    const general = guarded.model({ inputs: model.inputs, outputs: model.outputs });
    expect(violationOf(() => void model.fit(x, y), [])).toBe('model.fit');
    expect(violationOf(() => void general.trainOnBatch(x, y), [])).toBe('model.trainOnBatch');
    // Synchronous training is the intended way.
    const loss = (): tf.Scalar => (model.apply(x, { training: true }) as tf.Tensor).sub(y).square().mean().asScalar();
    expect(violationOf(() => optimizer.minimize(loss), [])).toBeUndefined();
  });

  it('should not compile a model while a file loads: its losses could be called later', () => {
    expect(() => guarded.sequential({ layers: [] }).compile({ optimizer, loss: 'meanSquaredError' })).toThrow(
      'model.compile may not be called while the file loads: call it in the function that needs it',
    );
    expect(violationOf(() => model.compile({ optimizer, loss: 'meanSquaredError' }))).toBe('tf.layers.*');
  });

  it('should allow reading what is banned and calling what is not', () => {
    expect(
      violationOf(() => [guarded.softmax, guarded.engine, guarded.losses.hingeLoss, guarded.AdamOptimizer]),
    ).toBeUndefined();
    expect(violationOf(() => guarded.sub(scores, guarded.max(scores)).exp().sum().dataSync())).toBeUndefined();
    expect(violationOf(() => guarded.softmax(scores), ['tf.grad'])).toBeUndefined();
    expect(violationOf(() => guarded.train.momentum(0.1, 0.9).applyGradients([]), ['tf.train.sgd'])).toBeUndefined();
  });

  it('should rethrow an error that the body throws itself', () => {
    expect(() =>
      bans.during(new Set(banned), () => {
        throw new RangeError('mine');
      }),
    ).toThrow('mine');
    expect(violationOf(() => 1)).toBeUndefined();
  });

  it('should let a submission set the backend that is already active', async () => {
    await expect(guarded.setBackend('cpu')).resolves.toBe(true);
  });

  it('should be read-only', () => {
    expect(() => Object.assign(guarded, { add: () => 0 })).toThrow(TypeError);
    expect(() => Object.assign(guarded.losses, { hingeLoss: () => 0 })).toThrow(TypeError);
    expect(() => Object.assign(Object.getPrototypeOf(realm._tfengine) as object, { gradients: () => 0 })).toThrow(
      TypeError,
    );
  });

  it('should expose no path to an original function', () => {
    const originals = new Set<unknown>(
      banned.flatMap((ban) => {
        const [, name = '', member] = ban.split('.');
        const thing = ban.startsWith('tf.') ? (tf as unknown as Readonly<Record<string, object>>)[name] : undefined;
        return member === undefined
          ? [thing]
          : Object.values(Object.getOwnPropertyDescriptors(thing ?? {})).map(({ value }) => value as unknown);
      }),
    );
    originals.delete(undefined);
    // Base classes of registered ones: their methods are checked.
    for (const base of ['Layer', 'RNN', 'RNNCell'] as const) originals.delete(tf.layers[base]);
    originals.delete(tf.OptimizerConstructors.prototype);
    const seen = new Set<unknown>();
    const reach = (thing: unknown, path: string): readonly string[] => {
      if ((typeof thing !== 'object' && typeof thing !== 'function') || thing === null || seen.has(thing)) return [];
      seen.add(thing);
      if (originals.has(thing)) return [path];
      const own = Object.entries(Object.getOwnPropertyDescriptors(thing)).flatMap(([name, { value }]) =>
        reach(value, `${path}.${name}`),
      );
      return [...own, ...reach(Object.getPrototypeOf(thing), `the prototype of ${path}`)];
    };
    expect(originals.size).toBeGreaterThan(100);
    expect(reach(guarded, 'tf')).toEqual([]);
  });

  it('should stay as fast to look up as before', () => {
    setFlagsFromString('--allow-natives-syntax');
    // eslint-disable-next-line @typescript-eslint/no-implied-eval -- V8's own test of an object's storage mode
    const isFast = new Function('thing', 'return %HasFastProperties(thing)') as (thing: object) => boolean;
    setFlagsFromString('--no-allow-natives-syntax');
    expect(
      [guarded, tf.Tensor.prototype, tf.MathBackendCPU.prototype, Object.getPrototypeOf(realm._tfengine)].map((thing) =>
        isFast(thing as object),
      ),
    ).toEqual([true, true, true, true]);
  });

  it('should be its own default export', () => {
    expect((guarded as typeof tf & { default: unknown }).default).toBe(guarded);
  });
});
