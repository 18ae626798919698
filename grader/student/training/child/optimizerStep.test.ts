import * as tf from '@tensorflow/tfjs';
import { toJsonMemory, toMemory } from './jsonTensors';
import { optimizerStep } from './optimizerStep';
import { config, student, problemIn } from './testing/student';

describe('optimizerStep', () => {
  // Each records how it is called, as text, and answers with the memory that its exercise has.
  const optimizers = `
    const tf = require('@tensorflow/tfjs');
    const show = (value) => JSON.stringify(value, (key, item) => (item && item.dataSync ? Array.from(item.dataSync()) : item));
    exports.calls = [];
    const with_ = (name, answer) => (...args) => { exports.calls.push(name + show(args)); return answer(args[0], args[2]); };
    exports.sgdStep = with_('sgd', (w) => w.add(1));
    exports.momentumStep = with_('momentum', (w, v) => ({ w: w.add(1), v: v.add(2) }));
    exports.adagradStep = with_('adagrad', (w, s) => ({ w: w.add(1), s: s.add(2) }));
    exports.rmspropStep = with_('rmsprop', (w, s) => ({ w: w.add(1), s: s.add(2) }));
    for (const name of ['adam', 'adamL2', 'adamW'])
      exports[name + 'Step'] = with_(name, (w, { m, v, t }) => ({ w: w.add(1), state: { m: m.add(3), v: v.add(4), t: t + 1 } }));
    exports.count = () => exports.calls;`;

  it.each([
    { optimizer: 'sgd', calls: ['sgd[[1],[9],{"learningRate":0.5}]', 'sgd[[2],[9],{"learningRate":0.5}]'] },
    {
      optimizer: 'momentum',
      calls: [
        'momentum[[1],[9],[0],{"learningRate":0.5,"rho":0.9}]',
        'momentum[[2],[9],[2],{"learningRate":0.5,"rho":0.9}]',
      ],
    },
    {
      optimizer: 'adagrad',
      calls: [
        'adagrad[[1],[9],[0],{"learningRate":0.5,"epsilon":1e-8}]',
        'adagrad[[2],[9],[2],{"learningRate":0.5,"epsilon":1e-8}]',
      ],
    },
    {
      optimizer: 'rmsprop',
      calls: [
        'rmsprop[[1],[9],[0],{"learningRate":0.5,"decay":0.9,"epsilon":1e-8}]',
        'rmsprop[[2],[9],[2],{"learningRate":0.5,"decay":0.9,"epsilon":1e-8}]',
      ],
    },
    ...(
      [
        ['adam', ''],
        ['adamL2', ',"lambda":0.25'],
        ['adamW', ',"weightDecay":0.25'],
      ] as const
    ).map(([optimizer, decay]) => ({
      optimizer,
      calls: [
        `${optimizer}[[1],[9],{"m":[0],"v":[0],"t":0},{"learningRate":0.5,"beta1":0.9,"beta2":0.999,"epsilon":1e-8${decay}}]`,
        `${optimizer}[[2],[9],{"m":[3],"v":[4],"t":1},{"learningRate":0.5,"beta1":0.9,"beta2":0.999,"epsilon":1e-8${decay}}]`,
      ],
    })),
  ] as const)(
    'should call $optimizer as its exercise is called, from zeros and then with its memory',
    ({ optimizer, calls }) => {
      const code = student({ '06-optimizers': optimizers });
      const step = optimizerStep(tf, code, { ...config, optimizer });
      const [W, dW] = [tf.tensor2d([[1]]), tf.tensor2d([[9]])];
      const before = tf.memory().numTensors;
      const first = step(W, dW, undefined, 0.5);
      const second = step(first.w, dW, first.state, 0.5);

      expect(code.functionOf('06-optimizers', 'count')()).toEqual(calls);
      expect(second.w.arraySync()).toEqual([[3]]);
      tf.dispose([first, second]);
      expect(tf.memory().numTensors).toBe(before);
    },
  );

  it.each([
    { what: 'nothing', code: '() => undefined', got: 'no w' },
    { what: 'a number', code: '() => ({ w: 1 })', got: 'a w that is no tensor' },
    { what: 'another shape', code: '(w) => ({ w: w.flatten() })', got: 'a w of shape (1)' },
    {
      what: 'what is disposed',
      code: '(w) => { const next = w.add(1); next.dispose(); return { w: next }; }',
      got: 'a w that is disposed',
    },
  ])('should report when a step returns $what', ({ code, got }) => {
    const step = optimizerStep(tf, student({ '06-optimizers': `exports.momentumStep = ${code};` }), {
      ...config,
      optimizer: 'momentum',
    });
    const W = tf.tensor2d([[1]]);
    expect(problemIn(() => step(W, W, undefined, 0.5))).toEqual({
      status: 'returns',
      assignment: '06-optimizers',
      exercise: 'momentumStep',
      expected: 'w, a tensor of shape (1, 1)',
      got,
    });
  });
});

describe('what an optimizer remembers', () => {
  it.each([
    { memory: undefined },
    { memory: tf.tensor2d([[1, 2]]) },
    { memory: { m: tf.tensor2d([[0.5]]), v: tf.tensor2d([[3]]), t: 7 } },
  ])('should come back from JSON as it was: $memory', ({ memory }) => {
    const json = JSON.parse(JSON.stringify(toJsonMemory(memory))) as ReturnType<typeof toJsonMemory>;
    const back = toMemory(tf, json);
    expect(toJsonMemory(back)).toEqual(json);
    expect(json === null).toBe(memory === undefined);
  });
});
