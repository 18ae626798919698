import type { Texts } from '../en';

/** Texts of `grader hand-in`. */
export const handIn: Texts['handIn'] = {
  files: '文件',
  begun: '已开始',
  todo: '待写',
  notExported: '没有导出',
  earnsNothing: '不得分',
  remark: '注意',
  missing: '缺少',
  bytes: (count) => `${count} 字节`,
  doesNotLoad: '按目前的状态，其中的内容都无法评分：',
  receiptOf: (assignment, time, version) =>
    `${assignment} 的回执，打包时间 ${time}，检查版本 ${version}。它只表明打包了哪些文件，不代表已经提交。`,
  nothingToDo: '没有待写的函数了。',
  next: (zips, folder) => `现在请提交 ${zips.join('、')}。请保留 ${folder} 里的回执：同样的文件总是得到同样的校验和。`,
  nothingBegun: '还没有开始任何作业，暂时没有可提交的内容；如果仍要打包，请指明作业，例如',
  nothingWritten: (assignment) => `${assignment} 按目前的状态无法提交，未生成任何文件`,
};
