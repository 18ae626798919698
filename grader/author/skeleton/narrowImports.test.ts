import { around, cut, cutStep, imported, text } from './testing/samples';

describe('narrowing imports', () => {
  it.each([
    [
      'keep tfjs, which students need, though nothing uses it',
      ["import * as tf from '@tensorflow/tfjs';"],
      ["import * as tf from '@tensorflow/tfjs';", imported],
    ],
    ['keep what is imported for its effect', ["import './setUp';"], ["import './setUp';", imported]],
    [
      'remove what is not used',
      ["import a, { b } from './a';", "import * as c from './c';", "import type { D } from './d';"],
      [imported],
    ],
    [
      'merge into values from descent',
      ["import { seededRandom } from 'descent';", 'export { seededRandom };'],
      ["import { NotImplementedError, seededRandom } from 'descent';", 'export { seededRandom };'],
    ],
    [
      'take the place of values from descent that are not used',
      ["import { seededRandom } from 'descent';", "import './b';"],
      ["import { NotImplementedError } from 'descent';", "import './b';"],
    ],
    [
      'not merge into types from descent',
      ["import type { AdamState } from 'descent';", 'export type { AdamState };'],
      ["import type { AdamState } from 'descent';", imported, 'export type { AdamState };'],
    ],
    ['leave an import of it as it is', ["import { NotImplementedError } from 'descent';"], [imported]],
    [
      'keep the rest of a list',
      ["import { a, b as c, d } from './a';", 'export const x = c;'],
      ["import { b as c } from './a';", imported, 'export const x = c;'],
    ],
    [
      'keep a default without the list',
      ["import a, { b } from './a';", 'export const x = a;'],
      ["import a from './a';", imported, 'export const x = a;'],
    ],
    [
      'keep a list without the default',
      ["import a, { b } from './a';", 'export const x = b;'],
      ["import { b } from './a';", imported, 'export const x = b;'],
    ],
    [
      'keep a namespace without the default',
      ["import a, * as b from './a';", 'export const x = b;'],
      ["import * as b from './a';", imported, 'export const x = b;'],
    ],
    [
      'import only a type where only types are left',
      ["import { T, a } from './a';", 'export type X = T;'],
      ["import type { T } from './a';", imported, 'export type X = T;'],
    ],
    [
      'import only a type where it is asked for its type',
      ["import { type T, a } from './a';", 'export let x: typeof a | T;'],
      ["import type { T, a } from './a';", imported, 'export let x: typeof a | T;'],
    ],
    [
      'import values where one is left',
      ["import { T, a } from './a';", 'export const x: T = a;'],
      ["import { T, a } from './a';", imported, 'export const x: T = a;'],
    ],
    [
      'not make a type of what is extended',
      ["import { A, b } from './a';", 'export class X extends A {}'],
      ["import { A } from './a';", imported, 'export class X extends A {}'],
    ],
    [
      'keep types types',
      ["import type { T, U } from './a';", 'export type X = T;'],
      ["import type { T } from './a';", imported, 'export type X = T;'],
    ],
    [
      'leave a default and a list of types as they are',
      ["import A, { B } from './a';", 'export type X = A | B;'],
      ["import A, { B } from './a';", imported, 'export type X = A | B;'],
    ],
  ])('should %s', (_what, top, expected) => {
    expect(cut(...around({ top: [...top, ''] }))).toBe(text(...expected, '', ...cutStep));
  });

  it('should wrap a long list like Prettier', () => {
    const names = ['a', 'b', 'c', 'd'].map((letter) => letter.repeat(30));
    const top = [`import { ${names.join(', ')} } from 'descent';`, `export const all = [${names.join(', ')}];`, ''];
    // 'import { ', NotImplementedError and ', ' and four names make 9 + 21 + 126 columns, over 140.
    expect(cut(...around({ top }))).toBe(
      text(
        'import {',
        '  NotImplementedError,',
        ...names.map((name) => `  ${name},`),
        "} from 'descent';",
        ...top.slice(1),
        ...cutStep,
      ),
    );
  });

  it("should leave the file's own comment when the import right under it goes", () => {
    expect(cut(...around({ top: ['/** The file. */', "import { a } from './a';", ''] }))).toBe(
      text('/** The file. */', imported, '', ...cutStep),
    );
  });
});
