import { asBody, type HostileSubmission } from './hostileSubmission';

const forbidden = { softmax: 'forbidden' } as const;

function calls(id: string, tries: string, body: string): HostileSubmission {
  return asBody(id, { tries, verdicts: forbidden }, body);
}

/** Attacks that call the library's implementation of the exercise. */
export const callingTheLibrary: readonly HostileSubmission[] = [
  calls('library-call', 'call tf.softmax', 'return tf.softmax(scores);'),
  calls('library-alias', 'call it by another name', 'const { softmax: mine } = tf; return mine(scores);'),
  calls('library-method', "call the tensor's method", 'return scores.softmax();'),
  calls('library-computed-name', 'call it by a computed name', "return (tf as any)['soft' + 'max'](scores);"),
  calls(
    'library-searched',
    'find it among all functions',
    "for (const [name, run] of Object.entries(tf as any)) if (name.length === 7 && name.endsWith('ftmax') && typeof run === 'function') return (run as any)(scores);",
  ),
  calls('library-reflect', 'get it by reflection', "return Reflect.get(tf, ['soft', 'max'].join(''))(scores);"),
  calls('library-computed-method', 'call the method by a computed name', "return scores['soft' + 'max']();"),
  calls(
    'library-prototype',
    'take the method from the class',
    "return (Object.getPrototypeOf(scores) as any)['soft' + 'max'].call(scores);",
  ),
  calls(
    'library-kernel',
    'run the kernel itself',
    "return (tf as any)['eng' + 'ine']().runKernel('Softmax', { logits: scores }, { dim: 1 });",
  ),
  calls('library-exp-log-softmax', 'use the log-softmax', "return (tf as any)['log' + 'Softmax'](scores).exp();"),
  asBody(
    'library-kernel-function',
    { tries: 'take the kernel out of the registry', verdicts: { softmax: 'error' } },
    "return (globalThis as any)._tfGlobals.get('kernelRegistry').get('cpu_Softmax').kernelFunc({ inputs: { logits: scores }, backend: undefined, attrs: { dim: 1 } });",
  ),
  asBody(
    'library-kernel-of-global-engine',
    { tries: 'run the kernel through the global engine', verdicts: { softmax: 'error' } },
    "return (globalThis as any)._tfengine.runKernel('Softmax', { logits: scores }, { dim: 1 });",
  ),
  calls(
    'library-registered-activation',
    'create an activation by its registered name',
    `const { classNameMap } = (tf as any).serialization.SerializationMap.getMap();
    return new classNameMap['log' + 'Softmax'][0]().apply(scores).exp();`,
  ),
  calls(
    'library-graph-model',
    'execute a graph model of one node',
    `const attr = { dtype: { type: 'DT_FLOAT' } };
    const node = [{ name: 'x', op: 'Placeholder', attr }, { name: 'y', op: 'LogSoftmax', input: ['x'], attr: {} }];
    const load = () => ({ modelTopology: { node, versions: {} }, weightSpecs: [], weightData: new ArrayBuffer(0) });
    return (tf.loadGraphModelSync({ load } as any) as any).executor.execute({ x: scores }, ['y'])[0].exp();`,
  ),
  calls(
    'library-graph-step',
    'execute one step of a graph model',
    `const attr = { dtype: { type: 'DT_FLOAT' } };
    const node = [{ name: 'x', op: 'Placeholder', attr }, { name: 'y', op: 'LogSoftmax', input: ['x'], attr: {} }];
    const load = () => ({ modelTopology: { node, versions: {} }, weightSpecs: [], weightData: new ArrayBuffer(0) });
    const { executor } = tf.loadGraphModelSync({ load } as any) as any;
    const { x, y } = executor.graph.nodes;
    const contexts = [{ id: 0, frameName: '', iterationId: 0 }];
    const context = { currentContext: contexts, currentContextId: '', currentContextIds: [''], functionMap: {} };
    const tensors: any = { x: [scores] };
    executor.processStack([x], [{ node: y, contexts }], context, tensors, {}, new Set(), new Set(), {}, new Set());
    const found = Object.values(tensors).map((list: any) => list?.[0]).filter((one: any) => one && one !== scores);
    return tf.tidy(() => tf.exp(found[0] as any));`,
  ),
  asBody(
    'library-behind-apply',
    { tries: 'catch the code behind a function, which tfjs calls with apply', verdicts: { softmax: 'error' } },
    `return tf.tidy(() => (globalThis as any).caught.find((run: any) => /logSoftmax/.test(run.name))(scores).exp());`,
    `const caught: any[] = ((globalThis as any).caught = []);
    const { apply } = Function.prototype;
    attempt(() => { (Function.prototype as any).apply = function (of: any, args: any) { caught.push(this); return Reflect.apply(this, of, args); }; });
    Reflect.get(tf, 'log' + 'Softmax')(tf.tensor2d([[1, 2]]));
    attempt(() => { Function.prototype.apply = apply; });`,
  ),
  asBody(
    'library-losses-of-a-model',
    { tries: 'use the losses of a model compiled during load', verdicts: { softmax: 'error' } },
    `return (globalThis as any).compiled.lossFunctions[0](scores, scores);`,
    `const { sequential, layers } = tf as any;
    (globalThis as any).compiled = sequential({ layers: [layers.dense({ units: 1, inputShape: [2] })] });
    attempt(() => (globalThis as any).compiled['com' + 'pile']({ optimizer: 'sgd', loss: 'categoricalCrossentropy' }));`,
  ),
  calls(
    'library-new-backend',
    'reach the engine through a new backend',
    "return new (Reflect.get(tf, 'MathBackendCPU') as any)().data.dataMover.runKernel('Softmax', { logits: scores }, { dim: 1 });",
  ),
  calls(
    'library-constructor',
    'call the constructor of the wrapper’s prototype',
    "return (Reflect.get(tf, 'softmax') as any).prototype.constructor(scores);",
  ),
  calls(
    'library-patched-lists',
    'patch the array methods that the ban uses',
    "const { flatMap, includes, [Symbol.iterator]: iterator } = Array.prototype; try { Object.assign(Array.prototype, { flatMap: () => [], includes: () => false, [Symbol.iterator]: function* () {} }); return Reflect.get(tf, 'softmax')(scores); } finally { Object.assign(Array.prototype, { flatMap, includes, [Symbol.iterator]: iterator }); }",
  ),
  asBody(
    'library-wrapper-prototype',
    { tries: 'call the prototype of a wrapper', verdicts: { softmax: 'failed' } },
    "return Object.getPrototypeOf(Reflect.get(tf, 'logSoftmax'))(scores);",
  ),
  calls(
    'library-kernel-lookup',
    'look up the kernel and run it',
    "return (tf as any)['get' + 'Kernel']('Softmax', 'cpu').kernelFunc({ inputs: { logits: scores }, backend: undefined, attrs: { dim: 1 } });",
  ),
  calls(
    'library-backend',
    'compute with the backend',
    "return (tf as any)['back' + 'end']().softmax?.(scores) ?? scores;",
  ),
  calls('library-call-method', 'call it by `call`', "return Reflect.get(tf, 'soft' + 'max').call(undefined, scores);"),
  calls(
    'library-apply',
    'call it by reflection',
    "return Reflect.apply(Reflect.get(tf, 'soft' + 'max'), undefined, [scores]);",
  ),
  calls('library-bound', 'bind it first', "return Reflect.get(tf, 'soft' + 'max').bind(undefined)(scores);"),
  calls('library-default', 'take it from the default export', "return (tf as any).default['soft' + 'max'](scores);"),
  calls(
    'library-swallowed',
    'swallow the error of the ban',
    "try { Reflect.get(tf, 'soft' + 'max')(scores); } catch {} return rightSoftmax(scores);",
  ),
  calls(
    'library-and-exit',
    'call it, and exit in the next case',
    "if ((globalThis as any).called) host.exit(0); (globalThis as any).called = true; return Reflect.get(tf, 'soft' + 'max')(scores);",
  ),
  calls(
    'library-mapped',
    'call it as a callback of an array method',
    "return [scores].map(Reflect.get(tf, 'soft' + 'max') as any)[0];",
  ),
  calls('library-layer', 'let a layer do it', "return (tf as any)['lay' + 'ers'].softmax().apply(scores);"),
  calls(
    'library-differentiate',
    'let the library differentiate',
    "(tf as any)['gr' + 'ad']((x: any) => x.square().sum())(scores); return rightSoftmax(scores);",
  ),
  asBody(
    'library-at-rest',
    { tries: 'call it while the next inputs are read, when no exercise runs', verdicts: { softmax: 'error' } },
    `for (const [inputs, answer] of seen) if (inputs === [...scores.dataSync()].join()) return tf.tensor(answer, scores.shape);
    throw new Error('no answer was prepared');`,
    `const seen: any[] = []; const { map } = Array.prototype; let inside = false;
    Array.prototype.map = function (...args: any): any {
      const mapped: any = map.apply(this, args as any);
      if (inside) return mapped;
      inside = true;
      attempt(() => { for (const { values, shape } of mapped) if (shape.length === 2) seen.push([[...values].join(), [...Reflect.get(tf, 'softmax')(tf.tensor(values, shape)).dataSync()]]); });
      inside = false;
      return mapped;
    };`,
  ),
  {
    id: 'library-getter',
    tries: 'call the library in the getter of an export',
    verdicts: { softmax: 'failed', crossEntropy: 'failed' },
    holdsFrom: 'process',
    isHarmful: false,
    source: () => `
      const tf = require('@tensorflow/tfjs');
      const asked = []; let reads = 0;
      const getter = () => {
        reads += 1;
        const answers = asked.map((scores) => tf['soft' + 'max'](scores));
        return (scores) => {
          if (reads > 2) throw new Error('escaped: read ' + reads + ' times');
          asked.push(scores.clone());
          return answers[asked.length - 1] ?? tf.onesLike(scores);
        };
      };
      for (const name of ['softmax', 'crossEntropy']) Object.defineProperty(exports, name, { enumerable: true, get: getter });`,
  },
  calls(
    'library-loss',
    'take a loss of the library',
    "(tf as any)['los' + 'ses'].softmaxCrossEntropy(scores, scores); return rightSoftmax(scores);",
  ),
];
