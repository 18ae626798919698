import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { proveTypes } from './typeClaims';

const root = realpathSync(mkdtempSync(join(tmpdir(), 'descent-types-')));
afterAll(() => rmSync(root, { recursive: true }));

const folders = { root, engine: join(root, 'engine') };

function write(files: Readonly<Record<string, string>>): void {
  mkdirSync(join(root, 'solutions', '01-tiny'), { recursive: true });
  for (const [path, text] of Object.entries(files)) writeFileSync(join(root, path), text);
}

describe('proveTypes', () => {
  it('should ask for a tsconfig.json', async () => {
    write({ 'solutions/01-tiny/tiny.ts': 'export const weigh = (x: number): number => 2 * x;\n' });
    expect(await proveTypes(folders, '01-tiny')).toMatchObject([
      { claim: 'types', what: 'the course has no tsconfig.json' },
    ]);
  });

  it('should accept what compiles, and name the place of what does not', async () => {
    write({
      'tsconfig.json': '{ "compilerOptions": { "strict": true, "lib": ["ES5"], "types": [] } }',
      'solutions/01-tiny/tiny.spec.ts': "import { weigh } from './tiny';\nexport const two = weigh(1);\n",
    });
    expect(await proveTypes(folders, '01-tiny')).toEqual([]);

    write({ 'solutions/01-tiny/tiny.spec.ts': "import { weigh } from './tiny';\nexport const two = weigh('1');\n" });
    expect(await proveTypes(folders, '01-tiny')).toEqual([
      {
        claim: 'types',
        exercise: undefined,
        what: "TypeScript refuses it: Argument of type 'string' is not assignable to parameter of type 'number'",
        where: 'solutions/01-tiny/tiny.spec.ts:2:26',
        repair: 'repair the line; `npx tsc --noEmit` shows all errors of the course',
      },
    ]);
  });

  it("should leave the engine's own assignments to the engine", async () => {
    expect(await proveTypes(folders, '03-losses')).toEqual([]);
  });
});
