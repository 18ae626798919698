import { symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { textsFor } from '../report';
import { isFileProblem } from './isFileProblem';
import { file, compile, run, message } from './testing/compiled';

describe('compileSubmission', () => {
  it.each([
    { how: 'without an extension', path: './mine', other: '03-losses/mine.ts' },
    { how: 'with .ts', path: './mine.ts', other: '03-losses/mine.ts' },
    { how: 'with .js where there is a .ts', path: './mine.js', other: '03-losses/mine.ts' },
    { how: 'as JavaScript', path: './mine', other: '03-losses/mine.js' },
    { how: 'as a folder with an index', path: './mine', other: '03-losses/mine/index.ts' },
    { how: 'from a neighbour', path: '../shared/mine', other: 'shared/mine.ts' },
  ])('should include one of its files when imported $how', async ({ path, other }) => {
    const compiled = await compile(`export * from '${path}';\nexport { two as three } from '${path}';`, {
      others: { [other]: 'export const two = 2;' },
    });

    expect(run(compiled)).toMatchObject({ two: 2, three: 2 });
    expect('sources' in compiled && [...compiled.sources.keys()].sort()).toEqual([file, other].sort());
  });

  it('should include its own CommonJS and JSON files', async () => {
    const compiled = await compile(`const { two } = require('./mine');\nexports.three = two + require('./one.json');`, {
      others: { '03-losses/mine.js': 'module.exports = { two: 2 };', '03-losses/one.json': '1' },
    });

    expect(run(compiled)).toMatchObject({ three: 3 });
  });

  it.each(['@tensorflow/tfjs', '@tensorflow/tfjs-node', '@tensorflow/tfjs-core'])(
    'should resolve %s to the one tfjs',
    async (name) => {
      const compiled = await compile(`import * as tf from '${name}';\nexport const library = (tf as any).name;`);

      expect(run(compiled)['library']).toBe('@tensorflow/tfjs');
    },
  );

  it('should leave descent as an external module', async () => {
    const compiled = await compile(`import { name } from 'descent';\nexport const module = name;`);

    expect(run(compiled)['module']).toBe('descent');
  });

  it('should contain no import() when the submission has one', async () => {
    const compiled = await compile(`export const later = async () => (await import('@tensorflow/tfjs') as any).name;`);

    expect('code' in compiled && /\bimport\(/.test(compiled.code)).toBe(false);
    await expect((run(compiled)['later'] as () => Promise<unknown>)()).resolves.toBe('@tensorflow/tfjs');
  });
});

describe('compileSubmission, of an import that is not allowed', () => {
  const allowed = 'a submission may import @tensorflow/tfjs, descent and its own files, such as ./helpers';

  it('should report the import, its place and what is allowed instead', async () => {
    const result = await compile(`const a = 1;\nimport { readFileSync } from 'node:fs';\nreadFileSync(a);`);

    expect(result).toEqual({
      status: 'does-not-compile',
      message: `'node:fs' can't be imported: ${allowed}`,
      // After `import { readFileSync } from `, which has 29 characters.
      place: { file, line: 2, column: 30, text: `import { readFileSync } from 'node:fs';` },
      cause: { id: 'not-allowed', path: 'node:fs' },
    });
  });

  it.each([
    { what: 'a package', code: `import 'lodash';`, path: 'lodash' },
    { what: 'a part of a package', code: `import '@tensorflow/tfjs/dist/index';`, path: '@tensorflow/tfjs/dist/index' },
    { what: 'an absolute path', code: `import '/etc/hostname';`, path: '/etc/hostname' },
    { what: 'a URL', code: `import 'data:text/javascript,1';`, path: 'data:text/javascript,1' },
    { what: 'a required package', code: `require('child_process');`, path: 'child_process' },
  ])('should refuse $what', async ({ code, path }) => {
    expect(await message(code)).toBe(`'${path}' can't be imported: ${allowed}`);
  });

  it.each([
    { what: 'a file above', path: '../../outside' },
    { what: 'JSON above', path: '../../outside.json' },
    {
      what: 'a file above, by the path from the folder that the grader runs in',
      path: `${'../'.repeat(process.cwd().split('/').length)}${process.cwd().slice(1)}/package.json`,
    },
    { what: 'a way round', path: '.././03-losses/../../outside.ts' },
    { what: 'a package in a folder of its own', path: '../node_modules/mine' },
  ])('should refuse $what', async ({ path }) => {
    expect(await message(`export * from '${path}';`, { others: { 'node_modules/mine.ts': '' } })).toBe(
      `'${path}' lies outside the submission: ${allowed}`,
    );
  });

  it('should refuse a link that leaves the submission', async () => {
    const prepare = (directory: string): Promise<void> =>
      symlink('../../outside.ts', join(directory, '03-losses/mine.ts'));

    expect(await message(`export * from './mine';`, { prepare })).toBe(
      `03-losses/mine.ts can't be read: it is a link to something outside the submission`,
    );
  });

  it.each([
    { what: 'import()', code: 'export const get = (n: string) => import(`../../${n}.ts`);' },
    { what: 'require()', code: 'exports.get = (n) => require(`../../${n}`);' },
    { what: 'require() of a sum', code: "exports.get = (n) => require('../../' + n);" },
    { what: 'require() of a variable', code: "const name = './mine'; exports.get = () => require(name);" },
    { what: 'require() spelt with an escape', code: 'exports.get = (n) => r\\u0065quire(`../../${n}`);' },
    { what: 'import() after a comment', code: 'export const get = (n: string) => import/* */(`../../${n}`);' },
    { what: 'import() in sloppy code', code: 'exports.get = (n) => { with (n) { return import(`../../${n}`); } };' },
  ])('should refuse $what with a computed path', async ({ code }) => {
    expect(await message(code)).toBe('the path of an import() or require() must be written out in quotes');
  });

  it('should point at a computed path', async () => {
    expect(await compile(`const ä = 1;\nexport const get = (n: string) => import('./' + n);`)).toMatchObject({
      place: { file, line: 2, column: 42 },
    });
  });

  it('should name a missing file', async () => {
    expect(await message(`import './mine';`)).toBe(`'./mine' does not exist in the submission`);
  });

  it('should ignore a tsconfig.json in the submission', async () => {
    const others = { 'tsconfig.json': '{"compilerOptions":{"baseUrl":".","paths":{"mine":["../outside.ts"]}}}' };

    expect(await message(`export * from 'mine';`, { others })).toBe(`'mine' can't be imported: ${allowed}`);
  });
});

describe('the Chinese message for a refused file', () => {
  const link = (directory: string): Promise<void> => symlink('../../outside.ts', join(directory, '03-losses/mine.ts'));
  const tooLong = `export const a = '${'x'.repeat(900_000)}';`;

  it.each([
    ["import '../../outside';", {}, "'../../outside' 在提交的文件之外：提交的文件只能导入"],
    ["import 'fs';", {}, "不能导入 'fs'：提交的文件只能导入"],
    ["import './mine';", {}, "提交的文件里没有 './mine'"],
    ["import './mine';", { prepare: link }, '无法读取 03-losses/mine.ts：它是一个指向提交之外的链接'],
    ["import './mine';", { others: { '03-losses/mine.ts': 'a\0' } }, '无法读取 03-losses/mine.ts：它不是 UTF-8 文本'],
    ["const a = './b';\nrequire(a);", {}, 'import() 或 require() 的路径必须直接写在引号里'],
    [`export const a = ${'['.repeat(2000)}1${']'.repeat(2000)};`, {}, '代码嵌套过深，无法读取'],
    [`require(a); ${'['.repeat(2000)}1${']'.repeat(2000)};`, {}, '代码嵌套过深，无法读取'],
    [tooLong, {}, '编译后有 900'],
  ])('%#', async (text, options, said) => {
    const problem = await compile(text, options);
    if (!isFileProblem(problem)) throw new Error('it was compiled');
    const lines = textsFor('zh').file(problem);
    expect(lines[1]).toContain(said);
    expect(lines.join('\n')).not.toMatch(/\b(?:it|the|must|there)\b/);
  });
});
