import { asBody, type HostileSubmission } from './hostileSubmission';

const wrong = { softmax: 'failed' } as const;
const crashed = { softmax: 'crashed' } as const;

function answers(
  id: string,
  tries: string,
  body: string,
  verdicts: typeof wrong | typeof crashed = wrong,
): HostileSubmission {
  return asBody(id, { tries, verdicts }, body);
}

/** Writes a forged frame instead of an answer. */
function forges(id: string, tries: string, header: string, payload = '0'): HostileSubmission {
  return asBody(
    id,
    { tries, verdicts: crashed },
    `const text = Buffer.from(${header});
    const prefix = Buffer.alloc(8);
    prefix.writeUInt32LE(text.length, 0);
    prefix.writeUInt32LE(${payload}, 4);
    const bytes = Buffer.concat([prefix, text]);
    for (let at = 0; at < bytes.length; ) at += node('fs').writeSync(3, bytes, at);
    for (;;) host.exit(0);`,
  );
}

const observed =
  'leakedTensors: 0, kernels: 0, changedInputs: [], disposedInputs: [], returnedInputs: [], callbackCalls: []';
const outcome = (values: string, seen = observed): string =>
  `JSON.stringify({ id: 2, status: 'outcome', outcome: { status: 'returned', values: ${values}, observed: { ${seen} } } })`;

/** Attacks that try to exhaust the grader's time or memory. */
export const outsizing: readonly HostileSubmission[] = [
  answers(
    'texts-of-any-shape',
    'answer with a string tensor that claims 200 million rows',
    "return Object.defineProperty(tf.tensor(['a'], [1], 'string'), 'shape', { value: [2e8, 3] });",
  ),
  answers('rows-without-columns', 'answer with 200 million empty rows', 'return tf.tensor([], [2e8, 0] as any);'),
  answers('megabytes', 'answer with 8 MB', 'return tf.zeros([1_000_000]);'),
  answers('many-megabytes', 'answer with 30 MB', 'return tf.zeros([3_750_000]);'),
  answers('long-list', 'answer with 90,000 numbers', 'return Array.from({ length: 90_000 }, (_, i) => i);'),
  answers('list-of-lists', 'answer with 90,000 lists', 'return Array.from({ length: 90_000 }, () => []);'),
  answers(
    'list-of-tensors',
    'answer with 20,000 tensors',
    'return Array.from({ length: 20_000 }, () => tf.scalar(1));',
  ),
  answers('long-text', 'answer with 10 MB of text', "return 'x'.repeat(1e7);"),
  answers(
    'long-field-names',
    'answer with fields whose names are 4 kB',
    "const wide: any = {}; for (let i = 0; i < 200; i += 1) wide[i + '<b>'.repeat(1300)] = i; return wide;",
  ),
  answers('many-axes', 'answer with a tensor of six axes', 'return tf.zeros([1, 1, 1, 1, 1, 1]);'),
  answers(
    'axes-that-lie',
    'answer with a tensor of a million axes',
    "return Object.defineProperty(tf.zeros([1, 1]), 'shape', { value: Array.from({ length: 1e6 }, () => 1) });",
    crashed,
  ),
  answers(
    'negative-shape',
    'answer with a tensor of negative shape',
    "return Object.defineProperty(tf.zeros([1, 1]), 'shape', { value: [-1, -1] });",
    crashed,
  ),
  answers(
    'complex-numbers',
    'answer with complex numbers',
    'return tf.complex(tf.zeros([400_000]), tf.zeros([400_000]));',
  ),
  answers('truths', 'answer with a million booleans', "return tf.zeros([1000, 1000], 'bool');"),
  answers(
    'terminal-escapes',
    "send terminal escapes in a field's name",
    "return { ['\\u001b]0;owned\\u0007\\u001b[2J\\n<img src=x onerror=alert(1)>']: 1 };",
  ),
  forges(
    'forged-millions-of-rows',
    'claim 200 million rows in a hundred bytes',
    outcome("[['t', [2e8, 1], 'string', 0]]"),
  ),
  forges(
    'forged-huge-axis',
    'claim an empty tensor of 2⁵³ rows',
    outcome("[['t', [9007199254740991, 0], 'float32', 0]]"),
  ),
  forges('forged-long-header', 'send a megabyte of brackets', "'['.repeat(500_000) + ']'.repeat(500_000)"),
  forges('forged-announcement', 'announce 30 MB of numbers', outcome("[['u']]"), '3e7'),
  forges('forged-no-json', 'send invalid JSON', "'no JSON'"),
  forges(
    'forged-inputs-without-end',
    'name 20,000 changed inputs',
    outcome("[['u']]", `${observed}, changedInputs: Array.from({ length: 20_000 }, (_, i) => '0.' + i)`),
  ),
  forges(
    'forged-calls-without-end',
    'claim 3,000 calls of a callback',
    outcome(
      "[['u']]",
      `${observed}, callbackCalls: Array.from({ length: 3_000 }, () => ({ name: 'f', arguments: [], result: ['u'] }))`,
    ),
  ),
  forges(
    'forged-negative-count',
    'claim a negative number of leaked tensors',
    outcome("[['u']]", `${observed}, leakedTensors: -5`),
  ),
  forges('forged-second-ready', 'report ready a second time', "JSON.stringify({ id: 2, status: 'ready' })"),
  forges(
    'forged-timeout',
    'claim its own timeout',
    "JSON.stringify({ id: 2, status: 'outcome', outcome: { status: 'timeout', seconds: 0 } })",
  ),
  forges('forged-prototype', 'hide its status in a prototype', `'{"id":2,"__proto__":{"status":"ready"}}'`),
];
