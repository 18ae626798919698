import { around, cut, cutStep, imported, text } from './testing/samples';

describe('cutting regions', () => {
  it('should wrap a long text at 100 columns', () => {
    // '  // TODO: ' has 11 columns, so 89 fit behind it, and behind '  //       ' as well.
    const [first, second] = ['a'.repeat(44), '𝜆'.repeat(44)];
    const skeleton = cut(
      'export function f() {',
      `  // BEGIN SOLUTION: ${first} ${second} ${first} x ${first}`,
      '  f();',
      '  // END SOLUTION',
      '}',
    );
    expect(skeleton).toContain(
      text(
        `  // TODO: ${first} ${second}`,
        `  //       ${first} x`,
        `  //       ${first}`,
        "  throw new NotImplementedError('f');",
      ),
    );
  });

  it('should keep only the first of several regions in one function', () => {
    const skeleton = cut(
      'export function f(x: number): number {',
      '  if (x > 0) {',
      '    // BEGIN SOLUTION: the right side',
      '    return 1;',
      '    // END SOLUTION',
      '  }',
      '',
      '  // BEGIN SOLUTION: the left side',
      '  x += 1;',
      '  // END SOLUTION',
      '',
      '  return x;',
      '}',
      '',
      'export const g = (x: number): number => {',
      '  // BEGIN SOLUTION: another',
      '  return x;',
      '  // END SOLUTION',
      '};',
    );
    expect(skeleton).toBe(
      text(
        imported,
        '',
        'export function f(x: number): number {',
        '  if (x > 0) {',
        '    // TODO: the right side',
        "    throw new NotImplementedError('f');",
        '  }',
        '',
        '  return x;',
        '}',
        '',
        'export const g = (x: number): number => {',
        '  // TODO: another',
        "  throw new NotImplementedError('g');",
        '};',
      ),
    );
  });

  it('should use the exported name when the region is in a nested function', () => {
    const region = [
      '  return [1].map((x) => {',
      '    // BEGIN SOLUTION: one',
      '    return x;',
      '    // END SOLUTION',
      '  });',
    ];
    const skeleton = cut('function local(): number[] {', ...region, '}', 'export { local as first };');
    expect(skeleton).toContain("    throw new NotImplementedError('first');\n");
  });

  it('should drop a region at top level completely', () => {
    const region = [
      '// BEGIN SOLUTION: a helper',
      'export const half = 0.5;',
      '',
      'console.log(half);',
      '// END SOLUTION',
    ];
    expect(cut(...region, '', ...around({}))).toBe(text(imported, '', ...cutStep));
    expect(cut(...around({}), '', ...region)).toBe(text(imported, '', ...cutStep));
    expect(cut('const x = 1;', '', ...region, '', 'export { x };')).toBe(text('const x = 1;', '', 'export { x };'));
  });
});
