import type { Texts } from '../en';

/** What `grader hand-in` says. */
export const handIn: Texts['handIn'] = {
  files: '文件',
  begun: '已开始',
  todo: '待写',
  notExported: '没有导出',
  earnsNothing: '得不到分',
  remark: '注意',
  bytes: (count) => `${count} 字节`,
  doesNotLoad: '照现在这样，其中什么都无法评分：',
  receiptOf: (assignment, time, version) =>
    `${assignment} 的回执，打包时间 ${time}，检查版本 ${version}。它只说明打包了什么，不说明已经提交。`,
  nothingToDo: '没有待写的函数了。',
  next: (zips, folder) => `现在请提交 ${zips.join('、')}。请保留 ${folder} 里的回执：同样的文件总是得到同样的校验和。`,
  nothingBegun: '还没有开始任何作业，没有什么可以提交；如果仍要打包，请写出作业名，例如',
  nothingWritten: (assignment) => `${assignment} 照现在这样无法提交，没有写出任何文件`,
};
