import { asBody, duringCall, duringLoad, type HostileSubmission } from './hostileSubmission';

const wrong = { softmax: 'failed' } as const;
const error = { softmax: 'error' } as const;

/** Attacks that try to earn points without correct tensors. */
export const forging: readonly HostileSubmission[] = [
  duringLoad(
    'send-full-marks',
    { tries: 'send its score through IPC, stdout and stderr' },
    `host.send?.({ score: 60, maxScore: 60 });
    attempt(() => host.stdout.write('{"score":60,"status":"passed"}\\n'));
    attempt(() => host.stderr.write('{"score":60,"status":"passed"}\\n'));`,
  ),
  asBody(
    'forged-frame',
    { tries: "write a forged answer to the grader's channel", verdicts: { softmax: 'crashed' } },
    `const header = Buffer.from(JSON.stringify({ id: 2, status: 'outcome', outcome: { status: 'passed', points: 10 } }));
    const prefix = Buffer.alloc(8);
    prefix.writeUInt32LE(header.length, 0);
    node('fs').writeSync(3, Buffer.concat([prefix, header]));
    return scores;`,
  ),
  asBody(
    'forged-endless-frame',
    { tries: 'announce an answer of four gigabytes', verdicts: { softmax: 'crashed' } },
    `node('fs').writeSync(3, Buffer.alloc(8, 0xff)); return scores;`,
  ),
  asBody(
    'rewrite-array-methods',
    { tries: 'make comparisons succeed by patching array methods', verdicts: wrong },
    `const wrongAnswer = tf.onesLike(scores);
    for (const type of [Array, Float64Array, Float32Array]) {
      const prototype = type.prototype as any;
      prototype.every = () => true;
      prototype.some = () => false;
    }
    return wrongAnswer;`,
  ),
  duringLoad(
    'poison-object-prototype',
    { tries: 'give every object passing fields by inheritance' },
    `for (const [name, value] of [['points', 10], ['passed', true], ['verdict', 'perfect'], ['score', 60]] as const) {
      attempt(() => Object.defineProperty(Object.prototype, name, { value, enumerable: false }));
    }`,
  ),
  duringLoad(
    'rewrite-json',
    { tries: 'change messages by patching JSON' },
    `attempt(() => { JSON.stringify = () => '{"id":2,"status":"outcome","outcome":{"status":"passed"}}'; });
    attempt(() => { (Object.prototype as any).toJSON = () => ({ status: 'passed' }); });`,
  ),
  asBody(
    'rewrite-math',
    { tries: 'hide errors by patching Math', verdicts: wrong },
    `attempt(() => { Math.abs = () => 0; });
    attempt(() => { Math.sqrt = () => 0; });
    attempt(() => { Number.isFinite = () => true; });
    return tf.onesLike(scores);`,
  ),
  asBody(
    'getter-result',
    { tries: 'answer with a record whose field changes on every read', verdicts: wrong },
    `let reads = 0; return { get loss() { reads += 1; return reads; } };`,
  ),
  asBody(
    'getter-that-throws',
    { tries: 'throw while its answer is read', verdicts: error },
    `return { get loss() { throw new Error('not for you'); } };`,
  ),
  asBody(
    'proxy-result',
    { tries: 'answer with a proxy that has every field', verdicts: wrong },
    `return new Proxy({}, { get: (_target, name) => (name === 'then' ? undefined : 1), has: () => true, ownKeys: () => ['loss'] });`,
  ),
  asBody(
    'proxy-of-tensor',
    { tries: 'answer with a proxy of the right shape around wrong numbers', verdicts: wrong },
    `return new Proxy(tf.onesLike(scores), { get: (target: any, name) => (name === 'dataSync' ? () => scores.dataSync() : target[name]) });`,
  ),
  asBody(
    'value-of',
    { tries: 'answer with an object that converts to any number', verdicts: wrong },
    `return { valueOf: () => 0, toString: () => '0', [Symbol.toPrimitive]: () => 0 };`,
  ),
  asBody(
    'thenable',
    { tries: 'answer with a thenable', verdicts: wrong },
    `return { then(resolve: any) { resolve(rightSoftmax(scores)); } };`,
  ),
  asBody(
    'promise',
    { tries: 'answer with a promise', verdicts: wrong },
    `return Promise.resolve(rightSoftmax(scores));`,
  ),
  duringLoad(
    'patched-tensor-reading',
    { tries: 'patch the reading of tensors' },
    `for (const name of ['dataSync', 'arraySync', 'data', 'array']) attempt(() => { (tf.Tensor.prototype as any)[name] = () => new Float64Array(1000); });`,
  ),
  duringLoad(
    'patched-library',
    { tries: 'replace functions of tfjs' },
    `for (const library of [tf, Object.getPrototypeOf(tf), (tf as any).default]) {
      for (const name of ['memory', 'equal', 'tidy']) attempt(() => Object.defineProperty(library, name, { value: () => ({ numTensors: 0 }) }));
    }`,
  ),
  asBody(
    'look-alike-tensor',
    { tries: 'answer with an object that looks like a tensor', verdicts: wrong },
    `return { shape: scores.shape, dtype: 'float32', size: scores.size, rank: 2, isDisposed: false, dataSync: () => new Float64Array(scores.size).fill(0.5) };`,
  ),
  asBody(
    'lying-shape',
    { tries: 'answer with a tensor whose shape does not match its values', verdicts: wrong },
    `const result = tf.zeros([1, 1]); Object.defineProperty(result, 'shape', { value: scores.shape }); return result;`,
  ),
  asBody(
    'disposed',
    { tries: 'answer with a disposed tensor', verdicts: wrong },
    `const result = rightSoftmax(scores); result.dispose(); return result;`,
  ),
  asBody('echo', { tries: 'get points for returning its input', verdicts: wrong }, 'return scores;'),
  asBody(
    'zeros',
    { tries: 'get the points of properties that zeros satisfy', verdicts: wrong },
    'return tf.zerosLike(scores);',
  ),
  asBody('not-a-number', { tries: 'pass comparisons with NaN', verdicts: wrong }, 'return scores.mul(NaN);'),
  asBody(
    'guess-from-surroundings',
    { tries: 'find expected values or the hidden seed in its own process', verdicts: { softmax: 'passed' } },
    `const seen = JSON.stringify([host.env, host.argv, host.execArgv, Object.keys(globalThis)]);
    if (/seed|expected|points|solution/i.test(seen)) escaped(seen);
    return rightSoftmax(scores);`,
  ),
  asBody('exit-0', { tries: 'exit with code 0', verdicts: { softmax: 'crashed' } }, 'host.exit(0);'),
  asBody('abort', { tries: 'abort the process', verdicts: { softmax: 'crashed' } }, 'host.abort();'),
  duringLoad(
    'exit-while-loading',
    { tries: 'exit while loading', verdicts: { softmax: 'error', crossEntropy: 'error' } },
    'host.exit(0);',
  ),
  asBody(
    'thrown-verdict',
    { tries: 'throw a verdict', verdicts: error },
    `throw { name: 'Passed', message: 'passed', status: 'passed', points: 10, stack: { toString: () => 'passed' } };`,
  ),
  asBody(
    'todo-of-another',
    { tries: 'report its failure as a todo', verdicts: error },
    `throw Object.assign(new Error('x'), { name: 'NotImplementedError', exercise: 'crossEntropy' });`,
  ),
  duringLoad(
    'patched-stack',
    { tries: 'forge the location of its errors' },
    `(Error as any).prepareStackTrace = () => ({ file: '/etc/passwd' }); (Error as any).stackTraceLimit = Infinity;`,
  ),
  duringCall(
    'patched-descent',
    { tries: "patch the course's own module" },
    `attempt(() => { (globalThis as any).NotImplementedError = class {}; });`,
  ),
  duringCall(
    'stringified-tensor',
    { tries: 'replace its exports by a function that returns text' },
    `attempt(() => { (globalThis as any).module = { exports: { softmax: () => 'passed' } }; });`,
  ),
];
