import { compileSubmission } from './compileSubmission';
import { placeInStack } from './sourcePlaces';
import { isFileProblem } from './isFileProblem';
import { withFiles } from '../../files/testing/withFiles';
import type { Compiled } from './types';
import { file, compile, run } from './testing/compiled';

describe('placeInStack', () => {
  const stackOf = (compiled: Compiled, name: string): string => {
    // The wrapper of `new Function` puts two lines before the code; a script has none.
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

  it('should find the line of the student when an error is thrown', async () => {
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
  ])('should pay no heed to a source map that comes with the submission (%j)', async (begin, end) => {
    const map = Buffer.from('{"version":3,"sources":["evil.ts"],"mappings":"AAAA","names":[]}').toString('base64');
    const comment = `${begin} sourceMappingURL=data:application/json;base64,${map}${end}`;
    const compiled = await compile(`export function fail() { throw new Error('no'); }${comment}`);
    if (isFileProblem(compiled)) throw new Error('it does not compile');

    expect(placeInStack(compiled, stackOf(compiled, 'student.js'), 'student.js')).toMatchObject({ file, line: 1 });
  });
});

describe('a function under the name of an earlier release', () => {
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
  ])('should be there under that of now: %s', async (_, text, name) => {
    const compiled = await compileAsked(text, { '03-losses/mine.ts': 'export const softmaxCost = () => 1;' }, name);
    const { softmaxLoss, softmaxCost } = run(compiled);
    expect(softmaxLoss).toBeInstanceOf(Function);
    expect(softmaxLoss).toBe(softmaxCost);
    expect(isFileProblem(compiled) ? [] : compiled.remarks).toEqual([
      { id: 'former-name', file: name, name: 'softmaxLoss', former: 'softmaxCost' },
    ]);
  });

  it('should stay what it is beside one of the name of now', async () => {
    const compiled = await compileAsked('export const softmaxCost = 1;\nexport const softmaxLoss = 2;');
    expect(run(compiled)).toEqual({ softmaxCost: 1, softmaxLoss: 2 });
    expect(isFileProblem(compiled) ? [] : compiled.remarks).toEqual([]);
  });
});
