import type { Texts } from '../en';

/** What `grader hint` says beside a hint, or for want of one. */
export const advice: Texts['advice'] = {
  passed: '通过了全部公开检查，没有什么需要提示的',
  todo: '还没有写',
  begin: (file) => `从 ${file} 里它的 TODO 开始；上面写好的算例就是第一个测试。`,
  handout: (folder) => `思路见 ${folder}/README.zh-CN.md。`,
  needsNeighbour: (neighbour) => `需要 ${neighbour}，而它还没有写：先写那一个`,
  next: (neighbour) => `下一步：npm run hint -- ${neighbour}`,
  noGuess: [
    '没有哪个已知的错误会给出这样的结果，所以没有提示：给了也只是猜。',
    '请动手算一遍最小的用例，一步一步对照。',
  ],
};
