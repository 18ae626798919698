import { existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { typeChecker } from './checkTypes';
import { checkBeside, program, typesWithin } from './startTypes';
import { foundIn, keep, keyOf } from './typeCache';

const compilerOptions = { target: 'ES2022', lib: ['ES2022'], strict: true, types: [] };

describe('types of a working copy', () => {
  let root = '';
  const save = (text: string): void => writeFileSync(join(root, 'assignments/03-losses/losses.ts'), text);
  beforeAll(() => {
    root = mkdtempSync(join(tmpdir(), 'types-'));
    mkdirSync(join(root, 'assignments/03-losses'), { recursive: true });
    symlinkSync(resolve(__dirname, '../../../node_modules'), join(root, 'node_modules'), 'junction');
    writeFileSync(join(root, 'tsconfig.json'), JSON.stringify({ compilerOptions }));
    writeFileSync(join(root, 'assignments/03-losses/losses.test.ts'), 'what is not ours to check');
  });
  afterAll(() => rmSync(root, { recursive: true }));

  it('should be reported with their place, each time for the saved file', () => {
    const check = typeChecker(root);
    save('export const one: string = 1;\n');
    expect(check('03-losses')).toEqual(["losses.ts:1:14  Type 'number' is not assignable to type 'string'."]);
    save('export const one: number = 1; // of another length\n');
    expect(check('03-losses')).toEqual([]);
    // A syntax error is reported when the file runs.
    save('export const one: string = 1 +;\n');
    expect(check('03-losses')).toEqual([]);
  });

  it('should include global type packages once one is used', () => {
    const options = { ...compilerOptions, types: ['node'] };
    writeFileSync(join(root, 'tsconfig.json'), JSON.stringify({ compilerOptions: options }));
    const check = typeChecker(root);
    save('export const one: number = 1;\n');
    expect(check('03-losses')).toEqual([]);
    save('export const one: number = process.version; // of Node\n');
    expect(check('03-losses')).toEqual(["losses.ts:1:14  Type 'string' is not assignable to type 'number'."]);
    save('export const one: number = procss.pid;\n');
    expect(check('03-losses')).toEqual(["losses.ts:1:28  Cannot find name 'procss'. Did you mean 'process'?"]);
  });

  it('should be cached until a file changes', () => {
    save('export const one = 1;\n');
    expect(foundIn(root, '03-losses')).toBeUndefined();
    keep(root, '03-losses', { key: keyOf(root, '03-losses'), errors: ['losses.ts:1:1  wrong'] });
    expect(foundIn(root, '03-losses')).toEqual(['losses.ts:1:1  wrong']);
    save('export const one = 2;\n');
    expect(foundIn(root, '03-losses')).toBeUndefined();
  });

  it('should be known when the background check has ended, without further waiting', async () => {
    mkdirSync(join(root, 'grader/student/types'), { recursive: true });
    // It ends once it is released.
    const [go, done] = [join(root, 'go'), join(root, 'done')];
    const text = `const fs = require('fs');
      const look = () => (fs.existsSync(${JSON.stringify(go)}) ? fs.writeFileSync(${JSON.stringify(done)}, '') : setTimeout(look, 10));
      look();`;
    writeFileSync(program(root), text);
    checkBeside(root, ['03-losses']);
    await typesWithin(1);
    expect(existsSync(done)).toBe(false);
    writeFileSync(go, '');
    await typesWithin(600_000);
    expect(existsSync(done)).toBe(true);
  });

  it('should not recreate a deleted copy', () => {
    const gone = join(root, 'gone');
    keep(gone, '03-losses', { key: '', errors: [] });
    expect(existsSync(gone)).toBe(false);
  });
});
