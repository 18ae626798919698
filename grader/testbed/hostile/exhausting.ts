import { asBody, duringCall, duringLoad, type HostileSubmission } from './hostileSubmission';

const timeout = { softmax: 'timeout' } as const;
const memory = { softmax: 'memory' } as const;
const wrong = { softmax: 'failed' } as const;

/** Attacks that exhaust time or memory. */
export const exhausting: readonly HostileSubmission[] = [
  asBody('endless-loop', { tries: 'run forever', verdicts: timeout }, 'for (;;);'),
  asBody(
    'endless-wait',
    { tries: 'wait forever', verdicts: timeout },
    'Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0); return scores;',
  ),
  asBody(
    'endless-microtasks',
    { tries: 'never end its microtasks', verdicts: wrong },
    'const again = (): Promise<unknown> => Promise.resolve().then(again); return again();',
  ),
  asBody(
    'endless-expression',
    { tries: 'search with an expression of exponential time', verdicts: timeout },
    "/^(a+)+$/.test('a'.repeat(60) + 'b'); return scores;",
  ),
  asBody(
    'ignored-signals',
    { tries: 'ignore SIGTERM and turn back its clocks', verdicts: timeout },
    `host.on('SIGTERM', () => undefined); attempt(() => { Date.now = () => 0; }); attempt(() => { performance.now = () => 0; }); while (Date.now() < 1e15);`,
  ),
  asBody(
    'endless-generator',
    { tries: 'answer with an endless generator', verdicts: wrong },
    'return (function* () { for (;;) yield 1; })();',
  ),
  duringLoad(
    'endless-loading',
    { tries: 'never finish loading', verdicts: { softmax: 'error', crossEntropy: 'error' } },
    'for (;;);',
  ),
  asBody(
    'typed-arrays',
    { tries: 'fill 20 GB with arrays outside the heap', verdicts: memory },
    'const kept = []; for (let i = 0; i < 200; i += 1) kept.push(new Float64Array(1.25e7).fill(1)); return scores;',
  ),
  asBody(
    'heap',
    { tries: 'fill the heap', verdicts: memory },
    'const kept: unknown[] = []; for (;;) kept.push({ a: [kept.length, String(kept.length)] });',
  ),
  asBody(
    'one-huge-array',
    { tries: 'allocate more memory than exists', verdicts: { softmax: 'error' } },
    'new ArrayBuffer(2 ** 46); return scores;',
  ),
  asBody('millions-of-tensors', { tries: 'keep millions of tensors', verdicts: memory }, 'for (;;) tf.zeros([4096]);'),
  asBody(
    'flood-stderr',
    { tries: 'print 10 GB', verdicts: { softmax: 'crashed' } },
    "const line = 'x'.repeat(65536); for (;;) attempt(() => node('fs').writeSync(2, line));",
  ),
  asBody(
    'flood-channel',
    { tries: "fill the grader's channel with 10 GB", verdicts: { softmax: 'crashed' } },
    "const bytes = Buffer.alloc(1 << 20, 7); for (;;) attempt(() => node('fs').writeSync(3, bytes));",
  ),
  asBody(
    'deep-recursion',
    { tries: 'overflow the stack', verdicts: { softmax: 'error' } },
    'const deeper = (n: number): number => deeper(n + 1) + 1; return deeper(0);',
  ),
  asBody('huge-answer', { tries: 'answer with 80 MB', verdicts: wrong }, 'return tf.zeros([10_000, 1_000]);'),
  asBody(
    'deep-answer',
    { tries: 'answer with lists nested 100,000 deep', verdicts: wrong },
    'let nested: unknown = 1; for (let i = 0; i < 100_000; i += 1) nested = [nested]; return nested;',
  ),
  asBody(
    'wide-answer',
    { tries: 'answer with 200,000 fields', verdicts: wrong },
    'const wide: any = {}; for (let i = 0; i < 200_000; i += 1) wide["f" + i] = i; return wide;',
  ),
  asBody(
    'cyclic-answer',
    { tries: 'answer with a cyclic record', verdicts: wrong },
    'const ring: any = {}; ring.loss = ring; return ring;',
  ),
  asBody(
    'huge-message',
    { tries: 'throw 50 MB of text', verdicts: { softmax: 'error' } },
    "throw new Error('x'.repeat(5e7));",
  ),
  duringCall(
    'warped-clock',
    { tries: 'stop its clock' },
    'attempt(() => { Date.now = () => 0; performance.now = () => 0; });',
  ),
];
