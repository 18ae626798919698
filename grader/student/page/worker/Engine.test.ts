import { decayError } from '../computations/decay';
import { Engine } from './Engine';

const number = (value: number): unknown => ['n', [value]];

/** A course in which `approximationError`, the name in the views, was renamed. */
const renamed = JSON.stringify({
  schemaVersion: 1,
  id: '04-regularization',
  title: '',
  file: 'regularization.ts',
  optional: false,
  scope: 'public',
  specHash: '',
  exercises: [
    {
      name: 'decayGap',
      formerNames: ['approximationError'],
      arguments: ['learningRate', 'lambda', 't'],
      checks: [
        { id: 'decayGap.result', points: 10, cases: ['a'], kind: 'reference', comparison: { rule: 'standard' } },
      ],
      cases: [
        {
          id: 'a',
          visibility: 'public',
          calls: [[1, 2, 3].map(number)],
          expected: { status: 'returned', values: [number(6)] },
        },
      ],
      mistakes: [],
      forbidden: ['tf.softmax'],
    },
  ],
});

describe('Engine, where a function was renamed', () => {
  const engine = new Engine({
    checks: () => Promise.resolve(renamed),
    digits: [],
    // eslint-disable-next-line @typescript-eslint/no-implied-eval -- what the page does with a student's own code
    evaluate: (text) => (new Function(text) as () => void)(),
    running: () => undefined,
  });
  const load = (text: string): unknown =>
    engine.answer({ kind: 'load', assignment: renamedId, source: { status: 'text', file: 'regularization.ts', text } });
  const check = (): unknown => engine.answer({ kind: 'check', assignment: renamedId, language: 'en', stops: [] });
  const draw = (): unknown =>
    engine.answer({
      kind: 'compute',
      computation: decayError.id,
      parameters: { learningRate: 1, lambda: 2, steps: 3 },
    });
  const renamedId = '04-regularization';

  it.each(['approximationError', 'decayGap'])('should check and draw it as %s', async (name) => {
    expect(await load(`export const ${name} = (a: number, b: number, c: number): number => a + b + c;`)).toEqual({
      status: 'loaded',
    });
    expect(await check()).toMatchObject({ exercises: [{ name: 'decayGap', status: 'passed' }] });
    expect(await draw()).toEqual({ status: 'computed', result: { status: 'ok', value: 6 } });
  });

  it('should find forbidden calls under the former name', async () => {
    await load(
      "import * as tf from '@tensorflow/tfjs';\nexport const approximationError = () => tf.softmax([1]).size + 5;",
    );
    expect(await check()).toMatchObject({ exercises: [{ name: 'decayGap', status: 'forbidden' }] });
  });

  it('should report a function as todo if it exists under neither name', async () => {
    await load('export const other = 1;');
    expect(await draw()).toMatchObject({ result: { status: 'todo', exercise: 'approximationError' } });
  });
});
