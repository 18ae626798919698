import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { proveTypes } from './typeClaims';

const root = realpathSync(mkdtempSync(join(tmpdir(), 'descent-types-')));
afterAll(() => rmSync(root, { recursive: true }));

const engine = realpathSync(mkdtempSync(join(tmpdir(), 'descent-engine-')));
afterAll(() => rmSync(engine, { recursive: true }));

const folders = { root, engine };

function write(files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
}

describe('proveTypes', () => {
  it('should require a tsconfig.json', async () => {
    write({ 'solutions/01-tiny/tiny.ts': 'export const weigh = (x: number): number => 2 * x;\n' });
    expect(await proveTypes(folders, ['01-tiny'])).toMatchObject({
      '01-tiny': [{ claim: 'types', what: 'the course has no tsconfig.json' }],
    });
  });

  it('should accept code that compiles, and report the place of errors', async () => {
    write({
      'tsconfig.json': '{ "compilerOptions": { "strict": true, "lib": ["ES5"], "types": [] } }',
      'solutions/01-tiny/tiny.spec.ts': "import { weigh } from './tiny';\nexport const two = weigh(1);\n",
    });
    expect(await proveTypes(folders, ['01-tiny'])).toEqual({ '01-tiny': [] });

    write({ 'solutions/01-tiny/tiny.spec.ts': "import { weigh } from './tiny';\nexport const two = weigh('1');\n" });
    expect(await proveTypes(folders, ['01-tiny'])).toEqual({
      '01-tiny': [
        {
          claim: 'types',
          exercise: undefined,
          what: "TypeScript refuses it: Argument of type 'string' is not assignable to parameter of type 'number'",
          where: 'solutions/01-tiny/tiny.spec.ts:2:26',
          repair: 'repair the line; `npx tsc --noEmit` shows all errors of the course',
        },
      ],
    });
  });

  it('should not attribute an error to another assignment whose name starts alike', async () => {
    write({
      'solutions/01-tiny/tiny.spec.ts': 'export {};\n',
      'solutions/01-tiny-more/more.spec.ts': "export const two: number = '2';\n",
    });
    const failures = await proveTypes(folders, ['01-tiny', '01-tiny-more']);
    expect(failures['01-tiny']).toEqual([]);
    expect(failures['01-tiny-more']).toMatchObject([{ where: 'solutions/01-tiny-more/more.spec.ts:1:14' }]);
  });

  it("should leave the engine's own assignments to the engine", async () => {
    mkdirSync(join(engine, 'solutions', '03-losses'), { recursive: true });
    writeFileSync(join(engine, 'solutions', '03-losses', 'losses.ts'), "export const two: number = '2';\n");
    expect(await proveTypes(folders, ['03-losses'])).toEqual({});
  });
});
