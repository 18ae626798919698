import { around, cut, cutStep, imported, text } from './testing/samples';

describe('removing unused helpers', () => {
  it('should remove unused helpers with their comments, even if they use each other', () => {
    const top = [
      '/** The file. */',
      '',
      '// A number.',
      'const rate = 1; // for even',
      'interface Options { rate: number }',
      'type Alias = Options;',
      'class Solver { options?: Alias }',
      'enum Side { left }',
      '',
      '/** Is even. */',
      'function even(n: number): boolean { return n === 0 || odd(n - rate); }',
      '',
      'function odd(n: number): boolean { return !even(n); }',
      '',
    ];
    const body = ['  new Solver();', '  even(Side.left);'];
    expect(cut(...around({ top, body }))).toBe(text('/** The file. */', '', imported, '', ...cutStep));
  });

  it('should keep those that signatures, plumbing and other kept helpers use', () => {
    const kept = [
      'interface Options { side: Side }',
      'type Side = typeof sides;',
      'const sides = 2;',
      'const names = { sides };',
      'function given(options: Options): void { options.side = sides; }',
      '',
      'export const plumbing = (): void => given({ side: names.sides });',
      '',
    ];
    expect(cut(...around({ top: kept }))).toBe(text(imported, '', ...kept, ...cutStep));
  });

  it('should not count a parameter or field of the same name as a use', () => {
    const top = [
      'const rate = 1;',
      '',
      'export const double = (rate: number, o: { rate: number }): number => rate + o.rate;',
      '',
    ];
    expect(cut(...around({ top, body: ['  w += rate;'] }))).toBe(text(imported, '', ...top.slice(2), ...cutStep));
  });

  it('should remove one of two on a line, and keep a comment separated by a blank line', () => {
    const top = ['// ---- helpers', '', '// one', 'const a = 1; const b = 2;', 'export { b };'];
    expect(cut(...around({ top }))).toBe(
      text('// ---- helpers', '', imported, '', 'const b = 2;', 'export { b };', ...cutStep),
    );
  });
});
