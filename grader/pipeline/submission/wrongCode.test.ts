import { file, compile, message } from './testing/compiled';

describe('compileSubmission, of code that is wrong', () => {
  it('should point at a syntax error, in characters even when some take many bytes', async () => {
    const result = await compile(`export const a = 'ä' +;\n`);

    // `;` is the 23rd character.
    expect(result).toMatchObject({
      status: 'does-not-compile',
      message: 'Unexpected ";"',
      place: { file, line: 1, column: 23, text: `export const a = 'ä' +;` },
    });
  });

  it('should point into the file of its own that has the error', async () => {
    const result = await compile(`import './mine';`, { others: { '03-losses/mine.ts': '\nlet = = 2;' } });

    expect(result).toMatchObject({ status: 'does-not-compile', place: { file: '03-losses/mine.ts', line: 2 } });
  });

  it.each([
    ['brackets', `${'['.repeat(2_000)}${']'.repeat(2_000)}`],
    ['functions', `${'() => '.repeat(2_000)}1`],
    // To parse its innermost with a stack that is nearly full would end the process, and not just throw.
    ['templates', `${'`${'.repeat(5_000)}1${'}`'.repeat(5_000)}`],
    ['terms', `${'1 + '.repeat(5_000)}1`],
    ['members', `a${'.b()'.repeat(5_000)}`],
  ])('should say so when %s are nested too deeply', async (_what, code) => {
    expect(await message(`export const a: any = ${code};`)).toMatch(/too deeply nested/);
  });

  it('should read what a person may write', async () => {
    const deep = `${'['.repeat(100)}${']'.repeat(100)}`;
    const long = Array.from({ length: 300 }, (_, index) => `x${index}`).join(' + ');
    const chain = `tf${'.add(1)'.repeat(300)}`;
    expect((await compile(`declare const tf: any; export const f = () => [${deep}, ${long}, ${chain}];`)).status).toBe(
      'compiled',
    );
  });

  it('should not take what the sandbox could not be sent', async () => {
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
  ])('should come to an end when $what is very long', async ({ code }) => {
    expect(['compiled', 'does-not-compile']).toContain((await compile(code)).status);
  });
});
