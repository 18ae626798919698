import type { Ban } from '../types';
import { libraryAnswers } from '../course/spec/forbidden';
import { compileSubmission } from './compileSubmission';
import { findForbiddenCall } from './findForbiddenCall';
import { isFileProblem } from './isFileProblem';
import { withFiles } from '../../files/testing/withFiles';
import type { Compiled } from './types';

async function compiled(code: string | Readonly<Record<string, string>>): Promise<Compiled> {
  const files = typeof code === 'string' ? { 'losses.ts': code } : code;
  return withFiles(files, async (directory) => {
    const result = await compileSubmission({
      status: 'found',
      directory,
      base: '',
      file: 'losses.ts',
      text: files['losses.ts'] ?? '',
    });
    if (isFileProblem(result)) throw new Error(JSON.stringify(result));
    return result;
  });
}

// forbidden/corpus.yaml lists which calls are found.
describe('findForbiddenCall', () => {
  it('should point at the call in the file that contains it', async () => {
    const code = {
      'losses.ts': `import { helper } from './mine';\nexport const exercise = (x) => helper(x);`,
      'mine.ts': `import * as tf from '@tensorflow/tfjs';\n\nexport function helper(x: tf.Tensor): tf.Tensor {\n  return tf.softmax(x);\n}\n`,
    };

    const use = findForbiddenCall(await compiled(code), 'exercise', libraryAnswers);

    // `softmax` begins in column 13 of line 4: two spaces, `return `, `tf.`.
    expect(use?.place).toEqual({ file: 'mine.ts', line: 4, column: 13, text: '  return tf.softmax(x);' });
  });

  it('should point at the method in a chain over many lines', async () => {
    const code = `export const exercise = (x) =>\n  x\n    .add(1)\n    .softmax();`;

    expect(findForbiddenCall(await compiled(code), 'exercise', libraryAnswers)?.place).toMatchObject({
      line: 4,
      text: '    .softmax();',
    });
  });

  it('should report the nearest call when there are many', async () => {
    const code = `import * as tf from '@tensorflow/tfjs';\nconst far = (x) => tf.softmax(x);\nexport const exercise = (x) => { far(x); return tf.grad(x); };`;

    expect(findForbiddenCall(await compiled(code), 'exercise', libraryAnswers)).toMatchObject({
      call: 'tf.grad',
      through: [],
    });
  });

  it('should analyse each exercise of a file separately', async () => {
    const both = await compiled(
      `import * as tf from '@tensorflow/tfjs';\nexport const one = (x) => tf.softmax(x);\nexport const two = (x) => tf.exp(x);`,
    );

    expect([
      findForbiddenCall(both, 'one', libraryAnswers)?.call,
      findForbiddenCall(both, 'two', libraryAnswers),
    ]).toEqual(['tf.softmax', undefined]);
  });

  it('should point at a call behind a long chain of functions and name the first ones', async () => {
    // A list of steps for each function would have 18 million entries.
    const chain = Array.from({ length: 6_000 }, (_, index) => `const f${index} = () => f${index + 1}();`);
    const file = await compiled(
      `import * as tf from '@tensorflow/tfjs';\nexport const one = () => f0();\n${chain.join('\n')}\nconst f6000 = () => tf.softmax(1);`,
    );

    const use = findForbiddenCall(file, 'one', libraryAnswers);
    expect(use?.place.line).toBe(6_003);
    expect(use?.through).toEqual(Array.from({ length: 20 }, (_, index) => `f${index}`));
  });

  it('should find nothing if the exercise is missing or nothing is forbidden', async () => {
    const both = await compiled(`import * as tf from '@tensorflow/tfjs';\nexport const one = (x) => tf.softmax(x);`);

    expect(findForbiddenCall(both, 'three', libraryAnswers)).toBeUndefined();
    expect(findForbiddenCall(both, 'one', [])).toBeUndefined();
  });

  it('should treat a star in the list as everything below it', async () => {
    const file = await compiled(
      `import * as tf from '@tensorflow/tfjs';\nexport const one = (x) => tf.losses.logLoss(x, x);`,
    );
    const find = (forbidden: Ban): string | undefined => findForbiddenCall(file, 'one', [forbidden])?.call;

    expect([find('tf.losses.*'), find('tf.losses'), find('tf.losses.logLoss'), find('tf.loss.*')]).toEqual([
      'tf.losses.logLoss',
      undefined,
      'tf.losses.logLoss',
      undefined,
    ]);
  });

  it.each([
    ['terms', `${'1 + '.repeat(590)}1`],
    ['members', `a${'.b()'.repeat(490)}`],
    ['functions', `(${'() => '.repeat(110)}1)`],
  ])('should find it behind the deepest allowed %s', async (_what, deep) => {
    const head = "import * as tf from '@tensorflow/tfjs';\ndeclare const a: any;";
    const file = await compiled(`${head}\nexport const one = (x: any) => tf.softmax(x ?? ${deep});`);

    expect(findForbiddenCall(file, 'one', libraryAnswers)?.call).toBe('tf.softmax');
  });
});
