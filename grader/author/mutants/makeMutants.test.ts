import { makeMutants, mutatedText, type Mutant } from './makeMutants';

const exercise = (body: string, parameters = 'a, b'): string => `export function f(${parameters}) {
  // BEGIN SOLUTION: f
  ${body}
  // END SOLUTION
}
`;
const of = (text: string, operator: string): readonly Mutant[] =>
  makeMutants(text, 'f.ts', ['f', 'g']).filter((mutant) => mutant.operator === operator);
const changes = (body: string, operator: string, parameters?: string): readonly string[] =>
  of(exercise(body, parameters), operator).map(({ after }) => after);

describe('makeMutants', () => {
  it.each<[string, string, readonly string[]]>([
    ['operatorSwaps', 'return a + b;', ['return a - b;']],
    ['operatorSwaps', 'return a < b;', ['return a <= b;', 'return a >= b;']],
    ['operatorSwaps', "throw new Error('is ' + a);", []],
    ['droppedTerms', 'return a - b;', ['return a;', 'return b;', 'return b - a;']],
    ['droppedTerms', 'return a + b * 2;', ['return a;', 'return (b * 2);', 'return a + b;', 'return a + 2;']],
    ['unarySigns', 'return -a;', ['return a;']],
    ['numbers', 'return a[0];', ['return a[1];']],
    ['numbers', 'return 1;', ['return 0;', 'return 2;', 'return (-1);']],
    ['numbers', 'return a.sum(1);', ['return a.sum(0);']],
    ['numbers', 'return { 1: a };', []],
    ['booleans', 'return a.sum(1, true);', ['return a.sum(1, false);']],
    ['confusedTexts', "return a ? 'yes' : 'no';", ["return a ? 'no' : 'no';", "return a ? 'yes' : 'yes';"]],
    ['confusedTexts', "return [a === 'l1', 'l2'];", ["return [a === 'l2', 'l2'];", "return [a === 'l1', 'l1'];"]],
    ['confusedTexts', "return a.cast('int32').add(tf.scalar(b, 'float32'));", []],
    ['confusedTexts', "return 'alone';", []],
    ['conditions', 'return a ? 1 : 2;', ['return a ? 2 : 1;']],
    ['conditions', 'if (a) return b;', ['if (!(a)) return b;']],
    ['droppedStatements', 'a.push(b);', [';']],
    ['turnedArguments', 'return g(a, b);', ['return g(b, a);']],
    ['turnedArguments', 'return tf.concat([a, b]);', ['return tf.concat([b, a]);']],
    ['nameSwaps', 'return a.add(b);', ['return a.sub(b);']],
    ['nameSwaps', 'return tf.sum<Scalar>(a);', ['return tf.mean<Scalar>(a);']],
    ['nameSwaps', 'return Math.sqrt(a);', []],
    ['nameSwaps', 'return a.greater(b);', ['return a.greaterEqual(b);', 'return a.less(b);']],
    ['droppedCalls', 'return a.square();', ['return a;']],
    ['droppedCalls', 'return a.div(b);', ['return tf.add(a, 0);', 'return tf.add(b, 0);']],
    ['droppedCalls', 'return tf.mul(2, b);', ['return tf.add(2, 0);', 'return tf.add(b, 0);']],
    ['droppedCalls', 'return Math.sqrt(a);', ['return a;']],
    ['turnedCalls', 'return a.sub(b);', ['return tf.sub(b, a);']],
    ['turnedCalls', 'return tf.matMul(a, b, true);', ['return tf.matMul(b, a, true);']],
    ['turnedCalls', 'return a.add(b);', []],
    ['axes', 'return a.sum();', ['return a.sum(0);']],
    ['axes', 'return a.sum(1);', ['return a.sum();', 'return a.sum(1, true);']],
    ['axes', 'return tf.max(a, 1, true);', ['return tf.max(a);']],
    ['axes', 'return a.argMin(1);', ['return a.argMin();']],
    ['axes', 'return tf.argMax(a, 0);', []],
    ['axes', 'return a.argMax();', []],
    [
      'transposes',
      'return tf.matMul(a, b);',
      ['return tf.matMul(a, b, true);', 'return tf.matMul(a, b, false, true);', 'return tf.matMul(a, b).transpose();'],
    ],
    ['droppedTidy', 'return tf.tidy(() => a);', ['return (() => a)();']],
    ['confusedFields', 'return { w: a, v: b };', ['return { w: b, v: a };']],
    ['confusedFields', 'return { a, b };', ['return { a: b, b: a };']],
    ['operatorSwaps', 'return a ** b;', ['return a * b;', 'return a ^ b;']],
    ['zeroForNothing', 'return Number.isNaN(a) ? b : a;', ['return !a ? b : a;']],
    ['zeroForNothing', 'if (a < b) return a;', ['if ((!b || a < b)) return a;']],
    ['zeroForNothing', 'for (let i = 0; i < b; i += 1) a(i);', []],
    ['emptyBest', 'let best = -Infinity;', ['let best = 0;']],
    ['epsilonForBound', 'return Math.max(a, 1);', ['return (a + 1e-8);']],
    ['epsilonForBound', 'return a.relu();', ['return tf.add(a, 1e-8);']],
    ['epsilonForBound', 'return a.div(b);', ['return a.div(tf.add(b, 1e-8));']],
    ['epsilonForBound', 'return tf.divNoNan(a, b);', ['return tf.div(a, tf.add(b, 1e-8));']],
    ['epsilonForBound', 'return a / b;', ['return a / (b + 1e-8);']],
    ['droppedParentheses', 'return a / (2 * b);', ['return a / 2 * b;']],
    ['droppedParentheses', 'return (a * b) / 2;', []],
    ['droppedParentheses', 'return 2 * (a - b);', ['return 2 * a - b;']],
    [
      'unsorted',
      'return a.sort((p, q) => p - q);',
      [
        'return a;',
        'return a.reverse();',
        'return ((all) => [...all.slice(1), ...all.slice(0, 1)])(a);',
        'return ((all) => all.map((_, i) => all[(i * [1, 5, 7, 11, 13, 17][seed % 6] + seed) % all.length]))(a);',
        'return a.sort();',
      ],
    ],
    ['unsorted', 'return a.sort();', []],
    ['sortedParts', 'return a.slice(0, b);', ['return a.slice(0, b).sort((p, q) => p - q);']],
    ['sortedParts', 'return a.slice([0, 0]);', []],
    [
      'missedEnds',
      'return Array.from({ length: a }, b);',
      [
        'return Array.from({ length: a - 1 }, b);',
        'return Array.from({ length: a + 1 }, b);',
        'return ((all, at = all[0]) => [at, ...all.slice(1).map(() => (at *= all[1] / all[0]))].filter((one) => one <= all.at(-1)))(Array.from({ length: a }, b));',
        'return ((all, at = all[0]) => [at, ...all.slice(1).map(() => (at += all[1] - all[0]))].filter((one) => one <= all.at(-1)))(Array.from({ length: a }, b));',
      ],
    ],
    ['missedEnds', 'return Array.from(a, b);', []],
    [
      'firstOfEquals',
      'return tf.topk(a, b);',
      [
        'return ((d, k) => { const { values } = tf.topk(d, k); return { values, indices: values.expandDims(-1).equal(d.expandDims(-2)).toInt().argMax(-1) }; })(a, b);',
      ],
    ],
    [
      'differenceOfSquares',
      'const c = a.sub<Tensor2D>(b); return c.square().mean(0);',
      ['const c = a.sub<Tensor2D>(b); return a.square().mean(0).sub(tf.square(b));'],
    ],
    ['differenceOfSquares', 'return a.sub(b).square().mean();', ['return a.square().mean().sub(tf.square(b));']],
    ['differenceOfSquares', 'return a.square().mean();', []],
  ])('should make mutants by %s of `%s`', (operator, body, expected) => {
    expect(changes(body, operator)).toEqual(expected);
  });

  it.each<[string, readonly string[]]>([
    ['a: number', ['a ||= 1; return a;']],
    ['seed: number', ['seed ||= Math.ceil(1e9 * Math.random()); return a;', 'seed ||= 1; return a;']],
    ['h = 1e-5', []],
    ['tries: number', []],
    [
      'ks: number[]',
      ['ks.sort((p, q) => p - q); return a;', 'ks = [...ks].sort(); return a;', 'ks = ks.slice(0, 10); return a;'],
    ],
    ["metrics: ('l1' | 'l2')[]", ['metrics.sort(); return a;']],
    ['y: Tensor1D', ['return tf.tidy(() => { y = y.minimum(9); return a; });']],
    ['x: Tensor2D', ['return tf.tidy(() => { x = x.slice(0, Math.min(10, x.shape[0])); return a; });']],
    ['a: { rate: number; f: () => void }', ['a = { ...a, rate: a.rate || 1 }; return a;']],
    ['a: AdamOptions', []],
  ])('should overlook what an argument may be: %s', (parameter, expected) => {
    expect(changes('return a;', 'overlookedArguments', parameter)).toEqual(expected);
  });

  it('should generate mutants that ignore 0 in options of a named type', () => {
    expect(changes('return a.lambda;', 'overlookedArguments', 'a: AdamOptions')).toEqual([
      'a = { ...a, lambda: a.lambda || 1 }; return a.lambda;',
    ]);
  });

  it('should replace names by others of the same kind', () => {
    expect(changes('return a;', 'confusedNames', 'a: Tensor, b: Tensor, c: number')).toEqual(['return b;']);
    expect(changes('return c;', 'confusedNames', 'a: Tensor, b: Tensor, c: number')).toEqual([]);
    expect(changes('return { a };', 'confusedNames', 'a: Tensor, b: Tensor')).toEqual(['return { a: b };']);
    const destructured = changes(
      'const { beta1, beta2 } = options;\n  return beta1;',
      'confusedNames',
      'options: Options',
    );
    expect(destructured).toEqual(['return beta2;']);
    const fields = changes('return options.rate;', 'confusedNames', 'options: Base & { rate: number; decay: number }');
    expect(fields).toEqual(['return options.decay;']);
  });

  it('should only change the solution of an exercise', () => {
    const text = `const given = 1 + 1;\n${exercise('return a - b;')}`;
    expect(of(text, 'operatorSwaps').map(({ line }) => line)).toEqual([4]);
  });

  it('should change the helpers that a solution uses, for each exercise that uses them', () => {
    const text = `${exercise('return helper(a);')}
export function g(a) {
  // BEGIN SOLUTION: g
  return f(a);
  // END SOLUTION
}
function helper(a) { return a - 1; }
function idle(a) { return a - 2; }
`;
    const swaps = of(text, 'operatorSwaps');
    expect(swaps.map(({ owner, users }) => ({ owner, users }))).toEqual([{ owner: 'helper', users: ['f', 'g'] }]);
    expect(of(text, 'turnedArguments')).toEqual([]);
    // Callers of the mutated function are judged too, after the function itself.
    expect(makeMutants(text.replace('helper(a);', 'helper(a) + 1;'), 'f.ts', ['f', 'g'])[0]?.users).toEqual(['f', 'g']);
  });

  it('should identify a change by its line without comment and indentation', () => {
    const [mutant] = of(exercise('return   a - b; // (N, C)'), 'operatorSwaps');
    expect(mutant).toMatchObject({ owner: 'f', line: 3, before: 'return a - b;', after: 'return a + b;' });
  });

  it('should show only the edges of a long change', () => {
    const [mutant] = of(exercise('return tf.tidy(() => {\n    a;\n    b;\n    return a;\n  });'), 'droppedTidy');
    expect(mutant).toMatchObject({ before: 'return tf.tidy(() => { … });', after: 'return (() => { … })();' });
  });

  it('should change one place of the text', () => {
    const text = exercise('return a - b;');
    const [mutant] = of(text, 'operatorSwaps');
    expect(mutant && mutatedText(text, mutant)).toBe(exercise('return a + b;'));
  });
});
