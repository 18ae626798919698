import { createContext, compileFunction } from 'node:vm';
import { mayImport } from './compileOnce';

describe('compileOnce', () => {
  it.each([
    ["const { build } = await import('esbuild')", true],
    ['import (name)', true],
    ['const message = "no path in import()"', false],
    ['const imports = /import(?!s)/', false],
    ['table.import(keys, values)', false],
    ["import * as tf from '@tensorflow/tfjs'", false],
  ])('should know whether %s imports at run time', (code, expected) => {
    expect(mayImport(code)).toBe(expected);
  });

  it('should give each realm its own function of the current code', () => {
    const [one, other] = [createContext(), createContext()];
    const compiled = (parsingContext: typeof one, code: string): unknown =>
      compileFunction(code, ['x'], { filename: '/made/up.js', parsingContext });
    const first = compiled(one, 'return x + 1') as (x: number) => number;
    const second = compiled(other, 'return x + 1') as (x: number) => number;
    expect([first(1), second(1)]).toEqual([2, 2]);
    expect(Object.getPrototypeOf(first)).not.toBe(Object.getPrototypeOf(second));
    expect((compiled(one, 'return x + 2') as (x: number) => number)(1)).toBe(3);
  });
});
