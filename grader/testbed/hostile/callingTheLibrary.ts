import { insteadOfAnswer, type HostileSubmission } from './hostileSubmission';

const forbidden = { softmax: 'forbidden' } as const;

function calls(id: string, tries: string, body: string): HostileSubmission {
  return insteadOfAnswer(id, { tries, verdicts: forbidden }, body);
}

/** Those that let the library do the exercise. */
export const callingTheLibrary: readonly HostileSubmission[] = [
  calls('library-call', 'call tf.softmax', 'return tf.softmax(scores);'),
  calls('library-alias', 'call it by another name', 'const { softmax: mine } = tf; return mine(scores);'),
  calls('library-method', "call the tensor's method", 'return scores.softmax();'),
  calls(
    'library-computed-name',
    'call it by a name that is put together',
    "return (tf as any)['soft' + 'max'](scores);",
  ),
  calls(
    'library-searched',
    'find it among all functions',
    "for (const [name, run] of Object.entries(tf as any)) if (name.length === 7 && name.endsWith('ftmax') && typeof run === 'function') return (run as any)(scores);",
  ),
  calls('library-reflect', 'get it by reflection', "return Reflect.get(tf, ['soft', 'max'].join(''))(scores);"),
  calls(
    'library-computed-method',
    'call the method by a name that is put together',
    "return scores['soft' + 'max']();",
  ),
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
  calls('library-exp-log-softmax', 'go by the logarithm', "return (tf as any)['log' + 'Softmax'](scores).exp();"),
  insteadOfAnswer(
    'library-kernel-function',
    { tries: 'take the kernel out of the registry', verdicts: { softmax: 'error' } },
    "return (globalThis as any)._tfGlobals.get('kernelRegistry').get('cpu_Softmax').kernelFunc({ inputs: { logits: scores }, backend: undefined, attrs: { dim: 1 } });",
  ),
  insteadOfAnswer(
    'library-kernel-of-global-engine',
    { tries: 'run the kernel by the engine of the global object', verdicts: { softmax: 'error' } },
    "return (globalThis as any)._tfengine.runKernel('Softmax', { logits: scores }, { dim: 1 });",
  ),
  calls(
    'library-registered-activation',
    'make an activation by the name that it is registered under',
    `const { classNameMap } = (tf as any).serialization.SerializationMap.getMap();
    return new classNameMap['log' + 'Softmax'][0]().apply(scores).exp();`,
  ),
  calls(
    'library-graph-model',
    'have a graph model of one node do it, by what runs its nodes',
    `const attr = { dtype: { type: 'DT_FLOAT' } };
    const node = [{ name: 'x', op: 'Placeholder', attr }, { name: 'y', op: 'LogSoftmax', input: ['x'], attr: {} }];
    const load = () => ({ modelTopology: { node, versions: {} }, weightSpecs: [], weightData: new ArrayBuffer(0) });
    return (tf.loadGraphModelSync({ load } as any) as any).executor.execute({ x: scores }, ['y'])[0].exp();`,
  ),
  insteadOfAnswer(
    'library-losses-of-a-model',
    { tries: 'take the losses of a model that was compiled before', verdicts: { softmax: 'error' } },
    `return (globalThis as any).compiled.lossFunctions[0](scores, scores);`,
    `const { sequential, layers } = tf as any;
    (globalThis as any).compiled = sequential({ layers: [layers.dense({ units: 1, inputShape: [2] })] });
    attempt(() => (globalThis as any).compiled['com' + 'pile']({ optimizer: 'sgd', loss: 'categoricalCrossentropy' }));`,
  ),
  calls(
    'library-new-backend',
    'make a backend, which knows the engine',
    "return new (Reflect.get(tf, 'MathBackendCPU') as any)().data.dataMover.runKernel('Softmax', { logits: scores }, { dim: 1 });",
  ),
  calls(
    'library-constructor',
    'call the constructor of the wrapper’s prototype',
    "return (Reflect.get(tf, 'softmax') as any).prototype.constructor(scores);",
  ),
  calls(
    'library-patched-lists',
    'hide the list of what is banned',
    "const { flatMap, includes, [Symbol.iterator]: iterator } = Array.prototype; try { Object.assign(Array.prototype, { flatMap: () => [], includes: () => false, [Symbol.iterator]: function* () {} }); return Reflect.get(tf, 'softmax')(scores); } finally { Object.assign(Array.prototype, { flatMap, includes, [Symbol.iterator]: iterator }); }",
  ),
  insteadOfAnswer(
    'library-wrapper-prototype',
    { tries: 'call what a wrapper inherits from', verdicts: { softmax: 'failed' } },
    "return Object.getPrototypeOf(Reflect.get(tf, 'logSoftmax'))(scores);",
  ),
  calls(
    'library-kernel-lookup',
    'ask for the kernel and run it',
    "return (tf as any)['get' + 'Kernel']('Softmax', 'cpu').kernelFunc({ inputs: { logits: scores }, backend: undefined, attrs: { dim: 1 } });",
  ),
  calls(
    'library-backend',
    'compute by the backend itself',
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
  calls('library-mapped', 'have an array call it', "return [scores].map(Reflect.get(tf, 'soft' + 'max') as any)[0];"),
  calls('library-layer', 'let a layer do it', "return (tf as any)['lay' + 'ers'].softmax().apply(scores);"),
  calls(
    'library-differentiate',
    'let the library differentiate',
    "(tf as any)['gr' + 'ad']((x: any) => x.square().sum())(scores); return rightSoftmax(scores);",
  ),
  {
    id: 'library-getter',
    tries: 'have a getter among its exports call the library, which runs whenever the export is read',
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
