import { stripVTControlCharacters } from 'node:util';
import { Help, type Command } from 'commander';
import { columnsOf, wrap } from '../../student/watch';
import { chinese, chineseEndings, chineseTitles } from './chinese';
import { complaintInChinese } from './complaintInChinese';

/** Sets commander's own texts, and wraps lines by columns. Call it before commands are added, which inherit it. */
export function prepareChinese(grader: Command): void {
  const english = new Help();
  grader
    .helpOption('-h, --help', chinese['--help'])
    .helpCommand('help [command]', chinese.help)
    .configureHelp({
      styleTitle: (title) => chineseTitles[title] ?? title,
      styleUsage: (usage) => usage.replace('[options]', '[选项]').replace('[command]', '[命令]'),
      optionDescription: (option) =>
        english
          .optionDescription(option)
          .replace('choices: ', '可选：')
          .replace(/(, )?default: /, (_, comma) => `${comma === undefined ? '' : '；'}默认：`)
          .replace(/ \(((?:可选|默认)：.*)\)$/, '（$1）'),
      displayWidth: (text) => columnsOf(stripVTControlCharacters(text)),
      boxWrap: (text, width) =>
        text
          .split('\n')
          .flatMap((line) => wrap(line, width))
          .join('\n'),
    })
    .configureOutput({
      writeOut: (text) =>
        process.stdout.write(chineseEndings.reduce((said, [from, to]) => said.replace(from, to), text)),
      outputError: (complaint, write) => write(complaintInChinese(complaint)),
    });
}

/** Sets the Chinese texts of each command that has them; staff-only commands stay English. */
export function speakChinese(grader: Command): void {
  for (const command of [grader, ...grader.commands]) {
    const name = command.name();
    command.description(chinese[name] ?? command.description());
    for (const option of command.options) {
      const flag = option.long ?? '';
      const isStudents = Object.hasOwn(chinese, name);
      option.description = chinese[`${name} ${flag}`] ?? (isStudents ? chinese[flag] : undefined) ?? option.description;
    }
  }
}
