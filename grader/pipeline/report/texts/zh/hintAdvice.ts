import type { Texts } from '../en';

/** Texts of `grader hint` in addition to, or instead of, a hint. */
export const advice: Texts['advice'] = {
  passed: '全部公开检查均已通过，无需提示',
  todo: '还没有写',
  begin: (file) => `从 ${file} 中它的 TODO 写起；上方注释里的算例就是第一个测试。`,
  answer: (name, file) => `题目写在 ${file} 中：请把答案写在 ${name} 之后。`,
  handout: (folder) => `思路见 ${folder}/README.zh-CN.md。`,
  needsNeighbour: (neighbour) => `依赖 ${neighbour}，而它还没有写：请先写它`,
  next: (neighbour) => `下一步：npm run hint -- ${neighbour}`,
  noGuess: ['这个结果与任何已知错误都不吻合，因此没有提示：给出来也只是猜测。', '请手算一遍最小的用例，逐步对照。'],
};
