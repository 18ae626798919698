'use strict';
/** The sentences of `summaryReporter.js`, which Jest loads as plain JavaScript, in the reader's language. */

/**
 * @typedef {object} SummaryTexts
 * @property {(passed: number, all: number, todo: number) => string} counts
 * @property {string} broken
 * @property {string} fixFirst
 * @property {(exercise: string, assignment: string) => string} next
 * @property {string} nothing
 */

/** @type {SummaryTexts} */
const en = {
  counts: (passed, all, todo) =>
    `public checks: ${passed} of ${all} pass, ${todo} function${todo === 1 ? '' : 's'} to do, hidden checks run when you hand in`,
  broken: 'fix first: a file that does not compile or load, shown above',
  fixFirst: 'fix first:',
  next: (exercise, assignment) => `next: ${exercise}, in ${assignment}`,
  nothing: 'nothing to fix: npm run grade shows your points',
};

/** @type {SummaryTexts} */
const zh = {
  counts: (passed, all, todo) =>
    `公开检查：${all} 项中通过 ${passed} 项，还有 ${todo} 个函数待写，隐藏检查在提交后运行`,
  broken: '先改正：有文件无法编译或加载，见上文',
  fixFirst: '先改正：',
  next: (exercise, assignment) => `下一个：${assignment} 中的 ${exercise}`,
  nothing: '没有需要改正的：用 npm run grade 查看分数',
};

module.exports = { summaryTexts: { en, zh } };
