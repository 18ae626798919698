/**
 * Submissions that try to show hidden inputs to their student: each writes their numbers to an output. No verdict depends
 * on the numbers, because students may see verdicts.
 */
export interface Spy {
  readonly id: string;
  readonly source: string;
}

const head = `
const tf = require('@tensorflow/tfjs');
const host = globalThis.process;
const { writeSync } = host.getBuiltinModule('fs');
const right = (scores) => tf.tidy(() => { const e = scores.sub(scores.max(1, true)).exp(); return e.div(e.sum(1, true)); });
const rightLoss = (scores, y) => tf.tidy(() => {
  const [n, classes] = scores.shape;
  const truth = tf.oneHot(y, classes, 1, 0, 'float32');
  const shifted = scores.sub(scores.max(1, true));
  const loss = shifted.exp().sum(1).log().sub(shifted.mul(truth).sum(1)).mean();
  return { loss, dScores: right(scores).sub(truth).div(n) };
});
// The first case of each process shows which one it is: the public one is done by hand.
let isHidden; let secret = '';
const look = (scores) => {
  const numbers = Array.from(scores.dataSync());
  isHidden ??= !(numbers[0] === 3 && numbers[1] === 1 && numbers.length === 3);
  secret += numbers.join();
  return numbers;
};
const digits = () => Math.abs(Math.round(1e6 * Number(secret.split(',')[1] ?? 0))) % 1000;
const frame = (header) => {
  const text = Buffer.from(JSON.stringify(header)); const prefix = Buffer.alloc(8); prefix.writeUInt32LE(text.length, 0);
  writeSync(3, Buffer.concat([prefix, text]));
};
let asked = 0;
exports.softmax = (scores) => { look(scores); asked += 1; return right(scores); };
exports.crossEntropy = (scores, y) => { look(scores); asked += 1; return rightLoss(scores, y); };
`;

const onHidden = (body: string): string =>
  `exports.crossEntropy = (scores, y) => { look(scores); asked += 1; if (isHidden) { ${body} } return rightLoss(scores, y); };`;
const spy = (id: string, code: string): Spy => ({ id, source: `${head}\n${code}` });

/** With 1,000 lines, the location of an error reveals three digits. */
const manyPlaces = Array.from({ length: 1000 }, (_, line) => `places[${line}] = () => { throw new Error('x'); };`);

export const spies: readonly Spy[] = [
  spy('honest', ''),
  spy('thrown-message', onHidden('throw new Error(secret);')),
  spy('thrown-name', onHidden("throw Object.assign(new Error('x'), { name: secret });")),
  spy(
    'later-public-message',
    `exports.crossEntropy = (scores, y) => { look(scores); throw new Error(isHidden ? secret : 'x'); };`,
  ),
  spy(
    'todo-of-a-number',
    onHidden("throw Object.assign(new Error('x'), { name: 'NotImplementedError', exercise: secret });"),
  ),
  spy('place-of-error', `const places = [];\n${manyPlaces.join('\n')}\n${onHidden('places[digits()]();')}`),
  spy('field-names', onHidden('return { [secret]: 1 };')),
  spy('shape', onHidden('return { loss: tf.zeros([digits() + 2]), dScores: tf.zeros([1, digits() + 2]) };')),
  spy('wrong-numbers', onHidden('return { loss: scores.sum(), dScores: scores.mul(2) };')),
  spy(
    'error-of-a-gradient',
    onHidden('const r = rightLoss(scores, y); return { loss: r.loss, dScores: r.dScores.mul(1 + 1e-13 * digits()) };'),
  ),
  spy('exit-code', onHidden('host.exit(1 + (digits() % 100));')),
  spy('signal', onHidden("host.kill(host.pid, digits() % 2 ? 'SIGKILL' : 'SIGTERM'); for (;;);")),
  spy('printed', onHidden('host.stderr.write(secret); host.stdout.write(secret); host.abort();')),
  spy('leaked-tensors', onHidden('for (let i = 0; i <= digits() % 100; i += 1) tf.zeros([1]);')),
  spy('time', onHidden('const end = Date.now() + (digits() % 40); while (Date.now() < end);')),
  spy(
    'forged-forbidden',
    onHidden("frame({ id: asked + 1, status: 'forbidden', ban: 'tf.' + secret, stack: secret }); for (;;);"),
  ),
  spy(
    'place-of-forbidden',
    `${onHidden("frame({ id: asked + 1, status: 'forbidden', ban: digits() % 2 ? 'tf.softmax' : 'tf.grad', stack: 'Error\\\\n    at submission.js:' + (1 + (digits() % 30)) + ':1' }); for (;;);")}`,
  ),
  spy(
    'forged-inputs',
    onHidden(
      `frame({ id: asked + 1, status: 'outcome', outcome: { status: 'returned', values: [], observed: { leakedTensors: digits(), kernels: 0, changedInputs: [secret], disposedInputs: [secret], returnedInputs: [secret], callbackCalls: [] } } }); for (;;);`,
    ),
  ),
  spy('unfinished', onHidden('for (;;);')),
];
