import { asBody, type HostileSubmission, type Verdicts } from './hostileSubmission';

const wrong = { softmax: 'failed' } as const;
const error = { softmax: 'error' } as const;
const timeout = { softmax: 'timeout' } as const;

/** An attack whose `softmax` is graded as an `async` exercise. */
function awaited(id: string, tries: string, verdicts: Partial<Verdicts>, body: string): HostileSubmission {
  const functionBody = `return (async () => {\n${body}\n})();`;
  return { ...asBody(id, { tries, verdicts }, functionBody), isAwaited: true };
}

/** Attacks that exploit the await of their answer. */
export const awaiting: readonly HostileSubmission[] = [
  awaited(
    'patched-promise',
    'patch promises to return another value',
    wrong,
    `attempt(() => { (Promise.prototype as any).then = (give: any) => give(rightSoftmax(scores)); });
    attempt(() => Object.defineProperty(Promise.prototype, 'constructor', { get: () => Object }));
    await null;
    return tf.onesLike(scores);`,
  ),
  awaited(
    'resolved-twice',
    'replace a wrong answer by resolving twice',
    wrong,
    `return new Promise((resolve) => { resolve(tf.onesLike(scores)); resolve(rightSoftmax(scores)); });`,
  ),
  awaited(
    'corrected-later',
    'correct a wrong answer after it was read',
    wrong,
    `const answer: any = tf.onesLike(scores);
    setTimeout(() => attempt(() => answer.dataSync().set(rightSoftmax(scores).dataSync())));
    return answer;`,
  ),
  awaited(
    'answer-of-the-next',
    'answer a case during the next one',
    error,
    `const open = ((globalThis as any).open ??= []);
    for (const give of open) give(rightSoftmax(scores));
    return new Promise((resolve) => open.push(resolve));`,
  ),
  awaited(
    'pretended-end',
    'end the wait by a forged event',
    timeout,
    `const spin = (): void => { host.emit('beforeExit'); setImmediate(spin); };
    spin();
    return new Promise(() => undefined);`,
  ),
  awaited(
    'no-end',
    'prevent the detection of an idle event loop',
    error,
    `host.removeAllListeners(); return new Promise(() => undefined);`,
  ),
  awaited(
    'endless-jobs',
    'never end its microtasks while it is awaited',
    timeout,
    // No chain of promises, which would fill memory.
    `const again = (): void => void Promise.resolve().then(again); again(); return new Promise(() => undefined);`,
  ),
  awaited(
    'endless-timers',
    'never end its timers while it is awaited',
    timeout,
    `setInterval(() => undefined, 1); return new Promise(() => undefined);`,
  ),
  awaited(
    'timer-for-the-next',
    'change the answers of the next exercise by a timer',
    {},
    `setInterval(() => attempt(() => { (tf.Tensor.prototype as any).sub = () => tf.zeros([1]); }), 0);
    await tf.nextFrame();
    return rightSoftmax(scores);`,
  ),
  awaited(
    'banned-after-a-wait',
    'call a banned function after an await',
    { softmax: 'forbidden' },
    `await tf.nextFrame();
    attempt(() => (tf as any)['soft' + 'max'](scores));
    return rightSoftmax(scores);`,
  ),
  awaited(
    'forged-in-a-timer',
    "write a forged answer to the grader's channel while it is awaited",
    { softmax: 'crashed' },
    `const header = Buffer.from(JSON.stringify({ id: 2, status: 'outcome', outcome: { status: 'passed', points: 10 } }));
    const prefix = Buffer.alloc(8);
    prefix.writeUInt32LE(header.length, 0);
    await new Promise((resolve) => setTimeout(resolve, 1));
    node('fs').writeSync(3, Buffer.concat([prefix, header]));
    return scores;`,
  ),
];
