import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { proveSignatures } from './signatures';
import { tinySpec } from './testing/tinySpec';

const solved = (signature: string): string => `export function ${signature} {
  // BEGIN SOLUTION: twice x
  return 2 * x;
  // END SOLUTION
}
`;

let root: string;
const told = async (solution: string): Promise<string[]> => {
  await writeFile(join(root, 'solutions', '01-tiny', 'tiny.ts'), solution);
  return (await proveSignatures({ root, engine: root }, tinySpec())).map(
    ({ claim, exercise, what }) => `${claim}, ${exercise}: ${what}`,
  );
};

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'descent-signatures-'));
  await mkdir(join(root, 'solutions', '01-tiny'), { recursive: true });
});

afterAll(() => rm(root, { recursive: true, force: true }));

describe('proveSignatures', () => {
  it('should accept exercises whose parameters the spec names, and helpers', async () => {
    expect(await told(`${solved('weigh(x: number, factor = 1)')}function helper(y: number) { return y; }`)).toEqual([]);
  });

  it('should report a function that students write but nothing grades', async () => {
    expect(await told(solved('weigh(x: number, factor: number)') + solved('forgotten(x: number)'))).toEqual([
      'counts, undefined: students are to write forgotten, and no exercise of that name grades it',
    ]);
  });

  it('should report arguments in another order than the parameters', async () => {
    expect(await told(solved('weigh(factor: number, x: number)'))).toEqual([
      "prepares, weigh: its arguments are x, factor, the solution's parameters factor, x",
    ]);
  });

  it('should ignore a missing or wrongly marked solution', async () => {
    expect(await told('function weigh(x: number, factor: number) {\n  // BEGIN SOLUTION: twice\n}')).toEqual([]);
    await rm(join(root, 'solutions', '01-tiny', 'tiny.ts'));
    expect(await proveSignatures({ root, engine: root }, tinySpec())).toEqual([]);
  });
});
