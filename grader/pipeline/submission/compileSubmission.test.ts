import { symlink } from 'node:fs/promises';
import { join } from 'node:path';
import type { FileProblem } from '../types';
import { textsFor } from '../report';
import { compileSubmission } from './compileSubmission';
import { placeInStack } from './sourcePlaces';
import { isFileProblem } from './isFileProblem';
import { withFiles } from '../../files/testing/withFiles';
import type { Compiled } from './types';

const file = '03-losses/losses.ts';

/**
 * Compiles a submission whose file is `losses`, and whose other files are `others`, in a folder `alice` next to
 * `outside.ts`.
 */
async function compile(
  losses: string,
  {
    others = {},
    prepare = async (_: string): Promise<void> => {},
  }: { others?: Record<string, string>; prepare?: (directory: string) => Promise<void> } = {},
): Promise<Compiled | FileProblem> {
  const inFolder = Object.fromEntries(
    Object.entries({ [file]: losses, ...others }).map(([path, text]) => [`alice/${path}`, text]),
  );
  return withFiles({ 'outside.ts': 'export const secret = 1;', 'outside.json': '1', ...inFolder }, async (parent) => {
    const directory = join(parent, 'alice');
    await prepare(directory);
    return compileSubmission({ status: 'found', directory, base: '', file, text: losses });
  });
}

function run(compiled: Compiled | FileProblem): Record<string, unknown> {
  if (isFileProblem(compiled)) throw new Error(JSON.stringify(compiled));
  const module = { exports: {} as Record<string, unknown> };
  const require = (name: string): unknown => ({ __esModule: true, name });
  // eslint-disable-next-line @typescript-eslint/no-implied-eval -- to run the compiled code
  const load = new Function('module', 'exports', 'require', compiled.code) as (...args: unknown[]) => void;
  load(module, module.exports, require);
  return module.exports;
}

async function message(losses: string, options: Parameters<typeof compile>[1] = {}): Promise<string> {
  const result = await compile(losses, options);
  return result.status === 'does-not-compile' ? result.message : result.status;
}

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

describe('compileSubmission, of code that is wrong', () => {
  it('should point at a syntax error, counting characters even if some take many bytes', async () => {
    const result = await compile(`export const a = 'ä' +;\n`);

    // `;` is the 23rd character.
    expect(result).toMatchObject({
      status: 'does-not-compile',
      message: 'Unexpected ";"',
      place: { file, line: 1, column: 23, text: `export const a = 'ä' +;` },
    });
  });

  it('should point into the imported file that has the error', async () => {
    const result = await compile(`import './mine';`, { others: { '03-losses/mine.ts': '\nlet = = 2;' } });

    expect(result).toMatchObject({ status: 'does-not-compile', place: { file: '03-losses/mine.ts', line: 2 } });
  });

  it.each([
    ['brackets', `${'['.repeat(2_000)}${']'.repeat(2_000)}`],
    ['functions', `${'() => '.repeat(2_000)}1`],
    // Parsing its innermost part with a nearly full stack would kill the process instead of throwing.
    ['templates', `${'`${'.repeat(5_000)}1${'}`'.repeat(5_000)}`],
    ['terms', `${'1 + '.repeat(5_000)}1`],
    ['members', `a${'.b()'.repeat(5_000)}`],
  ])('should report %s that are nested too deeply', async (_what, code) => {
    expect(await message(`export const a: any = ${code};`)).toMatch(/too deeply nested/);
  });

  it('should parse what a person may write', async () => {
    const deep = `${'['.repeat(100)}${']'.repeat(100)}`;
    const long = Array.from({ length: 300 }, (_, index) => `x${index}`).join(' + ');
    const chain = `tf${'.add(1)'.repeat(300)}`;
    expect((await compile(`declare const tf: any; export const f = () => [${deep}, ${long}, ${chain}];`)).status).toBe(
      'compiled',
    );
  });

  it('should refuse what could not be sent to the sandbox', async () => {
    const table = `export const a = [${'1234567,'.repeat(24_000)}];`;
    const others = Object.fromEntries([1, 2, 3, 4, 5].map((one) => [`03-losses/t${one}.ts`, table]));
    const all = Object.keys(others).map((_, index) => `export * as t${index} from './t${index + 1}';`);
    expect(await compile(all.join('\n'), { others })).toEqual({
      status: 'unreadable',
      file,
      reason: expect.stringMatching(/^compiled, it has \d+ bytes; at most 900000 are run$/) as string,
    });
  });

  it.each([
    { what: 'a sum', code: `export const a = ${'1 + '.repeat(20_000)}1;` },
    { what: 'parentheses', code: `export const a = ${'-('.repeat(20_000)}1${')'.repeat(20_000)};` },
  ])('should terminate when $what is very long', async ({ code }) => {
    expect(['compiled', 'does-not-compile']).toContain((await compile(code)).status);
  });
});

describe('placeInStack', () => {
  const stackOf = (compiled: Compiled, name: string): string => {
    // The wrapper of `new Function` adds two lines before the code; a script has none.
    try {
      (run({ ...compiled, code: `${compiled.code}\n//# sourceURL=${name}` })['fail'] as () => void)();
    } catch (error) {
      const { stack = '' } = error as Error;
      return stack.replace(
        new RegExp(`(${name}:)(\\d+)`, 'g'),
        (_, start: string, line: string) => `${start}${Number(line) - 2}`,
      );
    }
    return '';
  };

  it("should find the student's line when an error is thrown", async () => {
    const compiled = await compile(
      `import { help } from './mine';\n\nexport function fail(): void {\n  help(undefined);\n}\n`,
      {
        others: {
          '03-losses/mine.ts': `type Unused = number;\nexport function help(x: any): void {\n  x.shape.length;\n}\n`,
        },
      },
    );
    if (isFileProblem(compiled)) throw new Error('it does not compile');

    // `x.shape`: V8 points at `shape`, and column 3 is where the statement begins.
    expect(placeInStack(compiled, stackOf(compiled, 'student.js'), 'student.js')).toMatchObject({
      file: '03-losses/mine.ts',
      line: 3,
      text: '  x.shape.length;',
    });
  });

  it.each(['', 'Error: student.js:1:1', '    at student.js:99999:1', '    at student.js:0:0', '    at other.js:1:1'])(
    'should find nothing in %j',
    async (stack) => {
      const compiled = await compile('export const a = 1;');

      expect(!isFileProblem(compiled) && placeInStack(compiled, stack, 'student.js')).toBeUndefined();
    },
  );

  it.each([
    ['\n//#', ''],
    [' //#', ''],
    ['\n/*#', ' */'],
  ])('should ignore a source map in the submission (%j)', async (begin, end) => {
    const map = Buffer.from('{"version":3,"sources":["evil.ts"],"mappings":"AAAA","names":[]}').toString('base64');
    const comment = `${begin} sourceMappingURL=data:application/json;base64,${map}${end}`;
    const compiled = await compile(`export function fail() { throw new Error('no'); }${comment}`);
    if (isFileProblem(compiled)) throw new Error('it does not compile');

    expect(placeInStack(compiled, stackOf(compiled, 'student.js'), 'student.js')).toMatchObject({ file, line: 1 });
  });
});

describe('a function under its name in an earlier release', () => {
  const exercises = [{ name: 'softmaxLoss', formerNames: ['oldest', 'softmaxCost'] }];
  const compileAsked = (
    text: string,
    others: Readonly<Record<string, string>> = {},
    name = file,
  ): ReturnType<typeof compile> =>
    withFiles({ [name]: text, ...others }, (directory) =>
      compileSubmission({ status: 'found', directory, base: '', file: name, text }, exercises),
    );

  it.each([
    ['of a module', 'export const softmaxCost = () => 1;', file],
    ['of another file', "export * from './mine';", file],
    ['of CommonJS', 'exports.softmaxCost = () => 1;', '03-losses/losses.js'],
  ])('should be exported under its current name: %s', async (_, text, name) => {
    const compiled = await compileAsked(text, { '03-losses/mine.ts': 'export const softmaxCost = () => 1;' }, name);
    const { softmaxLoss, softmaxCost } = run(compiled);
    expect(softmaxLoss).toBeInstanceOf(Function);
    expect(softmaxLoss).toBe(softmaxCost);
    expect(isFileProblem(compiled) ? [] : compiled.remarks).toEqual([
      { id: 'former-name', file: name, name: 'softmaxLoss', former: 'softmaxCost' },
    ]);
  });

  it('should stay as it is next to one with the current name', async () => {
    const compiled = await compileAsked('export const softmaxCost = 1;\nexport const softmaxLoss = 2;');
    expect(run(compiled)).toEqual({ softmaxCost: 1, softmaxLoss: 2 });
    expect(isFileProblem(compiled) ? [] : compiled.remarks).toEqual([]);
  });
});
