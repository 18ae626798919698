'use strict';
/** Jest's own output in Chinese. Test names stay English, since `-t` and CI match them. */
const { stripVTControlCharacters } = require('node:util');

/** Jest colours words and numbers as a whole: a colour never starts or ends inside of a replaced text. */
const words = /** @type {const} */ ([
  [/\bPASS\b/g, '通过'],
  [/\bFAIL\b/g, '未通过'],
  [/\bRUNS\b/g, '运行中'],
  [/Test Suites: /g, '测试文件： '],
  [/Tests: {7}/g, '检查：     '],
  [/Snapshots: {3}/g, '快照：     '],
  [/Time:(.*?) {8}/g, '用时：$1     '],
  [/(\d+) failed/g, '未通过 $1'],
  [/(\d+) passed/g, '通过 $1'],
  [/(\d+) skipped/g, '跳过 $1'],
  [/(\d+) todo/g, '待写 $1'],
  [/(\d+) of (\d+) total/g, '$2 中的 $1'],
  [/(\d+) total/g, '共 $1'],
  [/, estimated (.+)/g, '，预计 $1'],
  [/Test run was interrupted\./g, '测试被中断。'],
]);

/**
 * A header of a file, the lines while tests run, or Jest's summary.
 *
 * @param {string} text
 */
function jestInChinese(text) {
  const lines = text.split('\n').map((line) => {
    const plain = stripVTControlCharacters(line);
    return plain.startsWith('Ran all test suites') ? ranInChinese(plain) : line;
  });
  return words.reduce((said, [english, chinese]) => said.replace(english, chinese), lines.join('\n'));
}

/** @param {string} line - such as "Ran all test suites matching 03-losses in 2 projects." */
function ranInChinese(line) {
  const named = / matching (.+?)(?: in \d+ projects)?\.$/.exec(line)?.[1];
  return named === undefined ? '已运行所有测试文件。' : `已运行与 ${named} 相符的测试文件。`;
}

module.exports = { jestInChinese };
