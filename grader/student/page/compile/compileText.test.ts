import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findProblems, isFileProblem, placeInStack, type Compiled } from '../../../pipeline/submission';
import { compileText } from './compileText';
import { itOf } from '../../../testbed/course/ofCourse';

const compiled = (text: string): Compiled => {
  const result = compileText({ file: 'a.ts', text });
  if (isFileProblem(result)) throw new Error(JSON.stringify(result));
  return result;
};
const run = (code: string, modules: Readonly<Record<string, unknown>> = {}): Record<string, unknown> => {
  const module = { exports: {} };
  // eslint-disable-next-line @typescript-eslint/no-implied-eval -- what was just compiled here
  const load = new Function('require', 'module', 'exports', code) as (...args: unknown[]) => void;
  load((name: string) => modules[name], module, module.exports);
  return module.exports;
};

describe('compileText', () => {
  it('should remove types, and support all forms of export', () => {
    const { code } = compiled(`
      import * as all from '@tensorflow/tfjs';
      import { one as uno, type Gone } from 'descent';
      enum Kind { A = 3 }
      export const f = (x: number): number => x + uno;
      export function g<T>(x: T): T { return x; }
      export default class Box { readonly kind: Kind = Kind.A }
      const inner: Gone = all;
      export { inner as outer };
      export { two } from 'descent';
    `);
    const exported = run(code, { descent: { one: 1, two: 2 }, '@tensorflow/tfjs': { x: 9 } });
    expect(exported).toMatchObject({ outer: { x: 9 }, two: 2 });
    expect((exported.f as (x: number) => number)(1)).toBe(2);
    expect((exported.g as (x: number) => number)(5)).toBe(5);
    expect(new (exported.default as new () => { kind: number })().kind).toBe(3);
  });

  it('should also export a function under its current name if it has a former one', () => {
    const { code } = compileText(
      { file: 'a.ts', text: 'function inner() { return 1; }\nexport { inner as old };\nexport const kept = 2;\n' },
      [{ name: 'now', formerNames: ['older', 'old'] }, { name: 'kept', formerNames: ['old'] }, { name: 'gone' }],
    ) as Compiled;
    const exported = run(code);
    expect(Object.keys(exported)).toEqual(['old', 'kept', 'now']);
    expect([(exported.now as () => number)(), exported.kept]).toEqual([1, 2]);
  });

  it('should keep lines where they are', () => {
    const text =
      "import {\n  one,\n} from 'descent';\n\nexport function f(): void {\n  throw new Error(`${one}`);\n}\n";
    expect(placeInStack(compiled(text), 'Error\n    at f (submission.js:6:9)', 'submission.js')).toEqual({
      file: 'a.ts',
      line: 6,
      column: 9,
      text: '  throw new Error(`${one}`);',
    });
  });

  it('should preserve forbidden calls for the analysis', () => {
    const text = "import * as tf from '@tensorflow/tfjs';\nexport const soft = (x: tf.Tensor) => tf.softmax(x);\n";
    const exercise = { name: 'soft', forbidden: ['tf.softmax'] as const };
    expect(findProblems(compiled(text), [exercise]).get('soft')).toMatchObject({
      status: 'forbidden-call',
      call: 'tf.softmax',
      place: { line: 2, column: 42 },
    });
  });

  it.each([
    ['const = 1;', /./, 1],
    ['export const a = 1;\nexport const b = = 2;', /./, 2],
    ["\nimport { x } from './helpers';\nx();", /'\.\/helpers' does not exist in the submission/, 2, 'not-there'],
    ["import fs from 'fs';\nfs.x();", /'fs' can't be imported/, 1, 'not-allowed'],
    ["import { it } from 'vitest';\nit();", /'vitest' can't be imported/, 1, 'own-tests'],
    ['describe("x", () => {});', /describe is Jest's/, 1, 'own-tests'],
    ['const a = 1;\nawait a;', /await/, 2, 'top-level-await'],
  ])('should refuse %j, with its line', (text, message, line, cause = undefined) => {
    const problem = compileText({ file: 'a.ts', text });
    expect(problem).toMatchObject({
      status: 'does-not-compile',
      message: expect.stringMatching(message) as string,
      place: { file: 'a.ts', line },
      cause: cause === undefined ? undefined : { id: cause },
    });
  });

  itOf('03-losses')('should compile a skeleton whose imports are types alone', () => {
    const root = join(__dirname, '../../../..');
    const text = readFileSync(join(root, 'assignments/03-losses/losses.ts'), 'utf8');
    expect(Object.keys(run(compiled(text).code, { descent: {} }))).toContain('softmaxLoss');
  });
});
