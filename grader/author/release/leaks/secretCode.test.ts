import { findSecretCode, secretCode, type StaffFile } from './secretCode';

const idiom = `Array.from({ length: rows * columns }, (_, index) => {
  const [column, row] = [index % columns, Math.floor(index / columns)];
  return row + column;
})`;
const engine: StaffFile = {
  path: 'grader/pipeline/grid.ts',
  text: `export function grid(rows: number, columns: number): number[] { return ${idiom}; }`,
  kind: 'open',
};
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
const bundle = `function grid(rows, columns) { return ${idiom}; }`;

const found = (files: readonly StaffFile[]): string | undefined =>
  findSecretCode(secretCode(files, { bundles: true }), bundle, true)?.from;

describe('secretCode', () => {
  it('should find a mistake in a bundle, unless the program that is bundled has the same lines itself', () => {
    expect(found([spec])).toBe(spec.path);
    expect(found([spec, engine])).toBeUndefined();
  });

  it('should find a solution in a bundle, even if the program has the same lines itself', () => {
    expect(found([solution, engine])).toBe(solution.path);
  });
});
