import { findSecretCode, secretCode, type StaffFile } from './secretCode';

const idiom = `Array.from({ length: rows * columns }, (_, index) => {
  const [column, row] = [index % columns, Math.floor(index / columns)];
  return row + column;
})`;
const spec: StaffFile = {
  path: 'solutions/10/mistakes.ts',
  text: `export const wrong = (rows: number, columns: number): number[] => ${idiom};`,
  kind: 'spec',
};
const solution: StaffFile = {
  path: 'solutions/10/grids.ts',
  text: `export function grid() {\n  // BEGIN SOLUTION: number the places\n  return ${idiom};\n  // END SOLUTION\n}\n`,
  kind: 'solution',
};
const program = `export function grid(rows, columns) { return ${idiom}; }`;
const bundle = `function grid(rows, columns) { return ${idiom}; }`;

const found = (file: StaffFile, programs: readonly string[]): string | undefined =>
  findSecretCode(secretCode([file], programs), bundle, true)?.from;

describe('secretCode', () => {
  it('should find a mistake in a bundle, unless the program that is bundled has the same lines itself', () => {
    expect(found(spec, [])).toBe(spec.path);
    expect(found(spec, [program])).toBeUndefined();
  });

  it('should find a solution in a bundle, even if the program has the same lines itself', () => {
    expect(found(solution, [program])).toBe(solution.path);
  });
});
