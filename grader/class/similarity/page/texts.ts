import { plural } from '../../../pipeline/words/english';

const en = {
  skip: 'Skip to the pairs',
  title: (assignment: string): string => `Likely copies in ${assignment}`,
  careful: 'Likely copies, for a person to judge. Shared code is a reason to look and to ask; it proves nothing.',
  compared: (count: number): string => `${plural(count, 'submission')} compared`,
  unread: (names: string): string => `Not compared, since they are missing or do not compile: ${names}`,
  weights: (from: number): string =>
    `Names, comments, layout and the order of functions make no difference. The skeleton's code does not count, nor does code that ${from} or more submissions share; the rarer the rest is, the more it counts. A similarity of 100 % means that the other submission contains all of the shorter one that counts.`,
  threshold: 'Show pairs from a similarity of',
  graph: 'Connections',
  graphNote: 'A line is a pair, thicker if more is shared; a number links to the pair.',
  pairs: 'Pairs',
  none: 'No pair has enough in common to be worth a look.',
  noneShown: 'No pair is that similar.',
  pair: (left: string, right: string): string => `${left} and ${right}`,
  evidence: (count: string): string => `${count} rare fragments`,
  lines: (file: string, name: string): string => `${file} of ${name}`,
  passage: (number: number): string => `passage ${number}`,
  foot: 'For staff. Lines with the same colour and number are the same passage in both.',
};

export type CopiesTexts = typeof en;

const zh: CopiesTexts = {
  skip: '跳到结果',
  title: (assignment) => `${assignment} 的疑似雷同`,
  careful: '以下只是疑似雷同，须由人阅读后判断。写法相同是查看和询问的理由，本身不能证明什么。',
  compared: (count) => `共比较 ${count} 份提交`,
  unread: (names) => `未参与比较（缺失或无法编译）：${names}`,
  weights: (from) =>
    `名称、注释、排版和函数顺序均不影响结果。骨架代码不计，${from} 人及以上都有的写法也不计；其余写法越少见，权重越大。相似度 100 % 表示较短一份中计入的内容在另一份中全部出现。`,
  threshold: '显示相似度不低于以下值的对',
  graph: '关联图',
  graphNote: '一条线是一对，越粗表示相同内容越多；点击编号可跳到该对。',
  pairs: '相似的对',
  none: '没有哪两份的相同之处多到值得查看。',
  noneShown: '没有达到该相似度的对。',
  pair: (left, right) => `${left} 与 ${right}`,
  evidence: (count) => `少见片段 ${count} 处`,
  lines: (file, name) => `${name} 的 ${file}`,
  passage: (number) => `片段 ${number}`,
  foot: '仅供教学人员使用。颜色和编号相同的行是两份中的同一片段。',
};

export const copiesTexts = { en, zh };
