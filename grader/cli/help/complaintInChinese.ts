type Sentence = readonly [english: RegExp, chinese: string];

const sentences: readonly Sentence[] = [
  [/^error: missing required argument '(.+)'/, '缺少参数 $1'],
  [/^error: required option '(.+)' not specified/, '缺少选项 $1'],
  [/^error: option '(.+)' argument missing/, '选项 $1 后面缺少值'],
  [/^error: option '(.+)' argument '(.*)' is invalid\. /, '选项 $1 的值 $2 不对：'],
  [/^error: command-argument value '(.*)' is invalid for argument '(.+)'\. /, '参数 $2 的值 $1 不对：'],
  [/^error: unknown option '(.+)'/, '没有选项 $1'],
  [/^error: unknown command '(.+)'/, '没有命令 $1'],
  [
    /^error: too many arguments(?: for '(.+?)')?\. Expected (\d+) arguments? but got (\d+)\./,
    '参数太多：$1 最多需要 $2 个，却给了 $3 个',
  ],
];

const reasons: readonly Sentence[] = [
  [/Allowed choices are (.+)\./, '可以是 $1'],
  [/It must be a whole number above 0\./, '应为大于 0 的整数'],
  [/It must be a whole number, 0 or more\./, '应为不小于 0 的整数'],
  [/It must be a whole number from (\d+) to (\d+)\./, '应为 $1 到 $2 之间的整数'],
  [/It must be a number above 0\./, '应为大于 0 的数'],
  [/It must be a number,? (?:of )?0 or more\./, '应为不小于 0 的数'],
  [/It must be a number of seconds above 0, at most 3600\./, '应为大于 0、不超过 3600 的秒数'],
  [/It must be NAME=VALUE\./, '应写成 NAME=VALUE'],
  [/(.+) is given twice\./, '$1 给了两次'],
  [/\n\(Did you mean (?:one of )?(.+)\?\)/, '：是不是指 $1？'],
];

/** Translates commander's usage errors. */
export function complaintInChinese(complaint: string): string {
  const found = sentences.find(([english]) => english.test(complaint));
  if (found === undefined) return complaint;
  const said = [found, ...reasons].reduce(
    (text, [english, chinese]) => text.replace(english, chinese),
    complaint.trim(),
  );
  return `grader: ${said}${said.endsWith('？') ? '' : '；'}用法见 --help\n`;
}
