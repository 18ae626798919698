import { studentCommands } from '../../bundling';
import { columnsOf } from '../../student/watch';
import { callGrader } from '../testing/callGrader';

const chinese = { DESCENT_LANG: 'zh' };
const names = Object.values(studentCommands).map((call) => call.split(' ')[0] ?? '');

/** Lines with words of English one after the other, which no name, value or command has. */
const englishIn = (text: string): readonly string[] =>
  text
    .replaceAll(/`[^`]*`/g, '')
    .split('\n')
    .filter((line) => /(?<![-\w<[./])[A-Za-z]{2,} [a-z]{2,}(?![-\w>/\]])/.test(line));

describe('the help of students’ commands', () => {
  it.each(names)('should have no English in Chinese help: %s', async (name) => {
    const { stdout } = await callGrader([name, '--help'], chinese);
    const [above = '', examples] = stdout.split('示例：\n');
    const [usage, ...lines] = above.split('\n');
    expect(usage).toMatch(/^用法： grader /);
    expect(usage).not.toContain('[options]');
    expect(englishIn(lines.join('\n'))).toEqual([]);
    expect(examples).toMatch(/^ {2}(npm run|grader) /);
  });

  it('should fit a terminal, though a Chinese character takes two columns', async () => {
    const { stdout } = await callGrader(['train', '--help'], chinese);
    const [lines = ''] = stdout.split('示例：');
    expect(
      lines
        .split('\n')
        .slice(0, -3)
        .filter((line) => columnsOf(line) > 80),
    ).toEqual([]);
    expect(stdout).toContain('（默认：30）');
    expect(stdout.replaceAll(/\s/g, '')).toContain('"inverseSqrt"；默认："constant"）');
  });

  it('should be English by default', async () => {
    const { stdout } = await callGrader(['hint', '--help']);
    expect(stdout).toContain('gives the next hint');
    expect(stdout).not.toMatch(/\p{Script=Han}/u);
  });
});

describe('wrong calls', () => {
  it.each([
    [['try'], "missing required argument 'file'; see --help"],
    [['hint', '--quite'], "unknown option '--quite' (Did you mean --quiet?); see --help"],
    [['export', 'x', '--format', 'csv'], "required option '--out <file>' not specified; see --help"],
  ])('should be reported in English: %j', async (args, said) => {
    const { stderr, exitCode } = await callGrader(args);
    expect(stderr).toBe(`grader: ${said}\n`);
    expect(exitCode).toBe(2);
  });

  it.each([
    [['grade'], '缺少参数 dir；用法见 --help'],
    [['watch', '--foo'], '没有选项 --foo；用法见 --help'],
    [['hint', '--quite'], '没有选项 --quite：是不是指 --quiet？用法见 --help'],
    [['grad'], '没有命令 grad：是不是指 grade？用法见 --help'],
    [['hint', 'a', 'b'], '参数太多：hint 最多需要 1 个，却给了 2 个；用法见 --help'],
    [['export', 'x', '--format', 'csv'], '缺少选项 --out <file>；用法见 --help'],
    [['play', '--port'], '选项 --port <number> 后面缺少值；用法见 --help'],
    [['play', '--port', 'x'], '选项 --port <number> 的值 x 不对：应为 0 到 65535 之间的整数；用法见 --help'],
    [['train', '--epochs', '0'], '选项 --epochs <number> 的值 0 不对：应为大于 0 的整数；用法见 --help'],
    [['train', '--lambda', '-1'], '选项 --lambda <number> 的值 -1 不对：应为不小于 0 的数；用法见 --help'],
    [['train', '--seed', '-1'], '选项 --seed <number> 的值 -1 不对：应为不小于 0 的整数；用法见 --help'],
    [['train', '--learning-rate', '0'], '选项 --learning-rate <number> 的值 0 不对：应为大于 0 的数；用法见 --help'],
    [
      ['train', '--trainer', 'x'],
      '选项 --trainer <name> 的值 x 不对：可以是 trainMiniBatches, gradientDescent；用法见 --help',
    ],
    [
      ['grade', '.', '--seconds', 'x'],
      '选项 --seconds <number> 的值 x 不对：应为大于 0、不超过 3600 的秒数；用法见 --help',
    ],
  ])('should be reported in Chinese: %j', async (args, said) => {
    const { stderr, exitCode } = await callGrader(args, chinese);
    expect(stderr).toBe(`grader: ${said}\n`);
    expect(exitCode).toBe(2);
  });
});
