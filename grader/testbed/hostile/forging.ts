import { insteadOfAnswer, whileAsked, whileLoading, type HostileSubmission } from './hostileSubmission';

const wrong = { softmax: 'failed' } as const;
const error = { softmax: 'error' } as const;

/** Those that want points for other things than right tensors. */
export const forging: readonly HostileSubmission[] = [
  whileLoading(
    'send-full-marks',
    { tries: 'tell the grader its score over the channel of child processes, and on its outputs' },
    `host.send?.({ score: 60, maxScore: 60 });
    attempt(() => host.stdout.write('{"score":60,"status":"passed"}\\n'));
    attempt(() => host.stderr.write('{"score":60,"status":"passed"}\\n'));`,
  ),
  insteadOfAnswer(
    'forged-frame',
    { tries: "write an answer of its own onto the grader's channel", verdicts: { softmax: 'crashed' } },
    `const header = Buffer.from(JSON.stringify({ id: 2, status: 'outcome', outcome: { status: 'passed', points: 10 } }));
    const prefix = Buffer.alloc(8);
    prefix.writeUInt32LE(header.length, 0);
    node('fs').writeSync(3, Buffer.concat([prefix, header]));
    return scores;`,
  ),
  insteadOfAnswer(
    'forged-endless-frame',
    { tries: 'announce an answer of four gigabytes', verdicts: { softmax: 'crashed' } },
    `node('fs').writeSync(3, Buffer.alloc(8, 0xff)); return scores;`,
  ),
  insteadOfAnswer(
    'rewrite-array-methods',
    { tries: 'make comparisons succeed by rewriting the methods of arrays', verdicts: wrong },
    `const wrongAnswer = tf.onesLike(scores);
    for (const type of [Array, Float64Array, Float32Array]) {
      const prototype = type.prototype as any;
      prototype.every = () => true;
      prototype.some = () => false;
    }
    return wrongAnswer;`,
  ),
  whileLoading(
    'poison-object-prototype',
    { tries: 'give every object passing marks by inheritance' },
    `for (const [name, value] of [['points', 10], ['passed', true], ['verdict', 'perfect'], ['score', 60]] as const) {
      attempt(() => Object.defineProperty(Object.prototype, name, { value, enumerable: false }));
    }`,
  ),
  whileLoading(
    'rewrite-json',
    { tries: 'rewrite what is sent by patching JSON' },
    `attempt(() => { JSON.stringify = () => '{"id":2,"status":"outcome","outcome":{"status":"passed"}}'; });
    attempt(() => { (Object.prototype as any).toJSON = () => ({ status: 'passed' }); });`,
  ),
  insteadOfAnswer(
    'rewrite-math',
    { tries: 'make errors vanish by rewriting Math', verdicts: wrong },
    `attempt(() => { Math.abs = () => 0; });
    attempt(() => { Math.sqrt = () => 0; });
    attempt(() => { Number.isFinite = () => true; });
    return tf.onesLike(scores);`,
  ),
  insteadOfAnswer(
    'getter-result',
    { tries: 'answer with a record whose field changes whenever it is read', verdicts: wrong },
    `let reads = 0; return { get loss() { reads += 1; return reads; } };`,
  ),
  insteadOfAnswer(
    'getter-that-throws',
    { tries: 'throw while its answer is read', verdicts: error },
    `return { get loss() { throw new Error('not for you'); } };`,
  ),
  insteadOfAnswer(
    'proxy-result',
    { tries: 'answer with a proxy that has whatever is asked for', verdicts: wrong },
    `return new Proxy({}, { get: (_target, name) => (name === 'then' ? undefined : 1), has: () => true, ownKeys: () => ['loss'] });`,
  ),
  insteadOfAnswer(
    'proxy-of-tensor',
    { tries: 'answer with a proxy of the right shape around wrong numbers', verdicts: wrong },
    `return new Proxy(tf.onesLike(scores), { get: (target: any, name) => (name === 'dataSync' ? () => scores.dataSync() : target[name]) });`,
  ),
  insteadOfAnswer(
    'value-of',
    { tries: 'answer with an object that turns into any number', verdicts: wrong },
    `return { valueOf: () => 0, toString: () => '0', [Symbol.toPrimitive]: () => 0 };`,
  ),
  insteadOfAnswer(
    'thenable',
    { tries: 'answer with something to be awaited', verdicts: wrong },
    `return { then(resolve: any) { resolve(rightSoftmax(scores)); } };`,
  ),
  insteadOfAnswer(
    'promise',
    { tries: 'answer later', verdicts: wrong },
    `return Promise.resolve(rightSoftmax(scores));`,
  ),
  whileLoading(
    'patched-tensor-reading',
    { tries: 'have its tensors read as something else' },
    `for (const name of ['dataSync', 'arraySync', 'data', 'array']) attempt(() => { (tf.Tensor.prototype as any)[name] = () => new Float64Array(1000); });`,
  ),
  whileLoading(
    'patched-library',
    { tries: 'replace functions of tfjs' },
    `for (const library of [tf, Object.getPrototypeOf(tf), (tf as any).default]) {
      for (const name of ['memory', 'equal', 'tidy']) attempt(() => Object.defineProperty(library, name, { value: () => ({ numTensors: 0 }) }));
    }`,
  ),
  insteadOfAnswer(
    'look-alike-tensor',
    { tries: 'answer with an object that looks like a tensor', verdicts: wrong },
    `return { shape: scores.shape, dtype: 'float32', size: scores.size, rank: 2, isDisposed: false, dataSync: () => new Float64Array(scores.size).fill(0.5) };`,
  ),
  insteadOfAnswer(
    'lying-shape',
    { tries: 'answer with a tensor whose shape claims other numbers than it has', verdicts: wrong },
    `const result = tf.zeros([1, 1]); Object.defineProperty(result, 'shape', { value: scores.shape }); return result;`,
  ),
  insteadOfAnswer(
    'disposed',
    { tries: 'answer with a tensor that is gone', verdicts: wrong },
    `const result = rightSoftmax(scores); result.dispose(); return result;`,
  ),
  insteadOfAnswer('echo', { tries: 'get points for handing back what came in', verdicts: wrong }, 'return scores;'),
  insteadOfAnswer(
    'zeros',
    { tries: 'get the points of laws that zeros obey', verdicts: wrong },
    'return tf.zerosLike(scores);',
  ),
  insteadOfAnswer(
    'not-a-number',
    { tries: 'slip through comparisons with NaN', verdicts: wrong },
    'return scores.mul(NaN);',
  ),
  insteadOfAnswer(
    'guess-from-surroundings',
    { tries: 'find expected values or the hidden seed in its own process', verdicts: { softmax: 'passed' } },
    `const seen = JSON.stringify([host.env, host.argv, host.execArgv, Object.keys(globalThis)]);
    if (/seed|expected|points|solution/i.test(seen)) escaped(seen);
    return rightSoftmax(scores);`,
  ),
  insteadOfAnswer(
    'exit-0',
    { tries: 'end with an exit code that means success', verdicts: { softmax: 'crashed' } },
    'host.exit(0);',
  ),
  insteadOfAnswer('abort', { tries: 'take the process down', verdicts: { softmax: 'crashed' } }, 'host.abort();'),
  whileLoading(
    'exit-while-loading',
    { tries: 'end before it is asked anything', verdicts: { softmax: 'error', crossEntropy: 'error' } },
    'host.exit(0);',
  ),
  insteadOfAnswer(
    'thrown-verdict',
    { tries: 'throw a verdict', verdicts: error },
    `throw { name: 'Passed', message: 'passed', status: 'passed', points: 10, stack: { toString: () => 'passed' } };`,
  ),
  insteadOfAnswer(
    'todo-of-another',
    { tries: 'have its failure taken for a task that is still to do', verdicts: error },
    `throw Object.assign(new Error('x'), { name: 'NotImplementedError', exercise: 'crossEntropy' });`,
  ),
  whileLoading(
    'patched-stack',
    { tries: 'name another file and line as the place of its errors' },
    `(Error as any).prepareStackTrace = () => ({ file: '/etc/passwd' }); (Error as any).stackTraceLimit = Infinity;`,
  ),
  whileAsked(
    'patched-descent',
    { tries: "patch the course's own module" },
    `attempt(() => { (globalThis as any).NotImplementedError = class {}; });`,
  ),
  whileAsked(
    'stringified-tensor',
    { tries: 'answer with text where a tensor is due, by a second export' },
    `attempt(() => { (globalThis as any).module = { exports: { softmax: () => 'passed' } }; });`,
  ),
];
