'use strict';
/** The texts of `summaryReporter.js`, in the reader's language. Plain JavaScript, since Jest loads it. */
const { unknownNames } = require('../../pipeline/words/unknownNames');

/**
 * @typedef {object} OwnTexts
 * @property {(passed: number, all: number, todo: number) => string} counts
 * @property {string} broken
 * @property {string} fixFirst
 * @property {(exercise: string, assignment: string) => string} next
 * @property {string} nothing
 * @property {(count: number) => string} typeErrors
 * @property {string} typesUnknown
 * @property {(version: string | undefined) => string} version - of the checks; undefined if it can't be read
 */

/** @typedef {OwnTexts & import('../../pipeline/words/unknownNames').UnknownNames} SummaryTexts */

/** @type {SummaryTexts} */
const en = {
  counts: (passed, all, todo) =>
    [
      all === 0 ? 'no public check could run' : `public checks: ${passed} of ${all} pass`,
      ...(todo === 0 ? [] : [`${todo} function${todo === 1 ? '' : 's'} to do`]),
      'hidden checks run when you hand in',
    ].join(', '),
  broken: 'fix first: a file that does not compile or load, shown above',
  fixFirst: 'fix first:',
  next: (exercise, assignment) => `next: ${exercise}, in ${assignment}`,
  nothing: 'nothing to fix: npm run grade shows your points',
  typeErrors: (count) => `${count === 1 ? 'one type error' : `${count} type errors`}; the checks ran all the same:`,
  typesUnknown: 'types are still being checked: the next `npm test` shows any type errors',
  version: (version = 'unknown, since MANIFEST.json is missing or damaged') => `version of the checks: ${version}`,
  ...unknownNames.en,
};

/** @type {SummaryTexts} */
const zh = {
  counts: (passed, all, todo) =>
    [
      all === 0 ? '公开检查均未能运行' : `公开检查：${all} 项中通过 ${passed} 项`,
      ...(todo === 0 ? [] : [`还有 ${todo} 个函数待写`]),
      '隐藏检查在提交后运行',
    ].join('，'),
  broken: '先改正：有文件无法编译或加载，见上文',
  fixFirst: '先改正：',
  next: (exercise, assignment) => `下一个：${assignment} 中的 ${exercise}`,
  nothing: '没有需要改正的：用 npm run grade 查看分数',
  typeErrors: (count) => `${count} 处类型错误；检查照常运行：`,
  typesUnknown: '类型还在检查：下次 npm test 会显示类型错误（如有）',
  version: (version = '未知，因为 MANIFEST.json 缺失或已损坏') => `检查的版本：${version}`,
  ...unknownNames.zh,
};

module.exports = { summaryTexts: { en, zh } };
