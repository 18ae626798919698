import type { Question } from '../../questions';
import type { Sandbox } from '../../Sandbox';

/** What a submission might do to its process, and to the parts of Node it can reach. */
const behaviours: Readonly<Record<string, string>> = {
  'a result': 'return tf.tensor1d([1, 2, 3]).square();',
  'an error': "throw new TypeError('wrong');",
  'an exit': 'process.exit(3);',
  'an abort': 'process.abort();',
  'a deep recursion':
    'const deeper = (n) => deeper(n + 1) + 1; try { deeper(0); } catch (error) { return error.message; }',
  'a full heap': 'const kept = []; for (;;) kept.push([kept.length, String(kept.length)]);',
  'too large an array': 'try { new ArrayBuffer(2 ** 46); } catch (error) { return error.message; }',
  'timers and promises':
    "setTimeout(() => process.exit(9)); Promise.resolve().then(() => process.exit(9)); return 'later';",
  'handlers of its end':
    "for (const event of ['SIGTERM', 'exit', 'beforeExit']) process.on(event, () => process.exit(9)); return 'never';",
  'a copy': 'return structuredClone({ list: [1, 2] });',
  'text on its outputs': "console.log('a'); console.error('b'); return 'said';",
  'a date': 'return new Date(0).getTimezoneOffset() + new Date(0).toISOString();',
  'a wait': "return Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1) === 'timed-out';",
  'random bytes': 'return crypto.getRandomValues(new Uint8Array(8)).length;',
  'nothing of where it runs': 'return Object.keys(process.env).length + process.argv.length < 8;',
};

const code = `
  const tf = require('@tensorflow/tfjs');
  ${Object.entries(behaviours)
    .map(([name, body]) => `exports[${JSON.stringify(name)}] = () => { ${body} };`)
    .join('\n')}`;

/** The outcome of each behaviour. */
export async function outcomesIn(sandbox: Sandbox): Promise<unknown> {
  try {
    const once: readonly Question[] = [{ id: 'once', evaluation: { kind: 'calls', calls: [[]] } }];
    const questions = Object.keys(behaviours).map((exercise) => ({
      exercise,
      banned: [],
      next: ({ size }: { readonly size: number }) => (size === 0 ? once : []),
    }));
    const asked = await sandbox.run(code, questions, () => undefined);
    if (asked.status !== 'asked') throw new Error(JSON.stringify(asked));
    return Object.fromEntries(
      [...asked.answers].map(([name, answer]) => [
        name,
        answer.status === 'answered' ? answer.outcomes.get('once') : answer,
      ]),
    );
  } finally {
    sandbox.close();
  }
}
