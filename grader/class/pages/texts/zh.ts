import { list, spaced } from '../../../pipeline/words/chinese';
import type { PageTexts } from './en';

const where = (path: string, step: number | null): string =>
  `${step === null ? '' : `第 ${step} 步之后的 `}${path === '' ? '结果' : path}`;

/** The simplified Chinese texts of the students' pages, besides the grader's messages. */
export const zh: PageTexts = {
  skip: '跳转到结果',
  title: (name) => `${name} 的结果`,
  results: '结果',
  points: '分数',
  ofPoints: (max) => `/ ${max}`,
  notGraded: '未评分',
  exercisesPassed: '已通过的练习',
  toFix: '待改正',
  toDo: '待写',
  ofExercises: (count) => `/ ${count}`,
  publicAlone: '只运行了公开检查。隐藏检查与之同类、数值不同，在提交后运行。',
  withHidden: '运行了公开检查，以及与之同类、数值不同的隐藏检查。',
  rubric: {
    heading: '人工评阅',
    columns: ['评分项', '要求', '分数', '评语'],
    gives: (id, points) => `${id} 的人工评阅部分计 ${points} 分。`,
    notYet: (max) => `尚未评阅，满分 ${max}`,
    open: (criteria, max) => `其中 ${max} 分由老师评阅（${criteria.join('、')}），尚未给出：给出之后才有总分。`,
  },
  waits: '有一部分要由老师评阅：给出分数之后才有总分。',
  ungraded: '问题出在评分系统，不在你的代码：标为“未评分”的部分会重新评分，不会扣你的分。',

  start: '从哪里开始',
  startWith: '先改正这些；依赖它们的练习可能会随之通过。',
  allRight: '检查过的部分全部正确，做得好。',
  onlyToDo: '已写的部分全部正确，其余的还没有写。',

  grade: '你的成绩',
  finalOf: (final, max) => `${final} / ${max}。`,
  fromChecks: (raw) => `检查得分为 ${raw}，之后的变动如下：`,
  late: (id, days, lost) => `${id} 迟交 ${days} 天，扣 ${lost} 分。`,
  overridden: (exercise, points, reason) => `经人工复核，${exercise} 计 ${points} 分：${reason}`,
  besideChecks: (points, reason) => `检查之外，人工另计 ${points} 分：${reason}`,
  byPerson: (points, max, automatic) =>
    `人工评 ${points} / ${max}；检查得分${automatic === null ? '无' : ` ${automatic}`}`,
  comment: '评语：',
  together: (submission) => `与他人合作，以 ${submission} 的名义提交：检查得分全组共享，最终成绩按个人计算。`,

  overview: '概览',
  overviewTable: '各次作业的分数',
  columns: { assignment: '作业', status: '状态', passed: '已通过的练习', points: '分数' },
  passedOf: (passed, all) => `${passed} / ${all}`,
  optional: '选做，不计入总分',
  pointsOf: (score, max) => (score === null ? `未评分，满分 ${max}` : `${score} / ${max}`),

  checks: '检查',
  check: { passed: '通过', failed: '未通过', skipped: '跳过' },
  onHidden: '在一个隐藏用例上',
  carried: (from) => `由 ${from} 引起：请先改正它`,
  hints: '提示',
  hint: ['提示 1/3：看哪里', '提示 2/3：思路', '提示 3/3：错在什么'],
  foot: (label, version) => `以双精度评分，版本 ${version}，种子 ${label}。本页只有你自己的结果，无需网络。`,

  picture: {
    inCase: (number, label) => `公开用例 ${number}${label === '' ? '' : `，${label}`}`,
    heatMap: (path, step) => `${where(path, step)} 错在哪里`,
    wrong: (path, step, wrong, total) => spaced(`${where(path, step)} 的 ${total} 个元素中有 ${wrong} 个错误。`),
    worst: (index, expected, got) => `偏差最大的是 ${index}：应为 ${expected}，实际为 ${got}。`,
    factor: (value) => `每个元素都是应有值的 ${value} 倍。`,
    sign: '每个元素都与应有值符号相反。',
    offset: (value) => `每个元素都比应有值${value.startsWith('-') ? '少' : '多'} ${value.replace('-', '')}。`,
    transposed: '矩阵的行和列交换了。',
    rows: (indices) => `出错的元素都在第 ${list(indices.map(String))} 行（从 0 数起），其余各行正确。`,
    columns: (indices) => `出错的元素都在第 ${list(indices.map(String))} 列（从 0 数起），其余各列正确。`,
    blocks: (side) => `每一格代表 ${side} × ${side} 个元素，显示其中偏差最大的一个。`,
    key: { less: '− 偏小', more: '+ 偏大', same: '= 正确', broken: '× 不是有限数' },
    keyDepth: '颜色越深，偏差越大。',
    numbers: '所有数值',
    numbersTable: (path, step) => `${where(path, step)} 的每个元素`,
    numberColumns: ['元素', '应为', '实际', '偏差'],

    path: '沿山谷下降的路径',
    pathDetail: (height) => `曲面是 ${height}；同一椭圆上高度相等，+ 标出最低点。`,
    parts: (step, expected, got) => `两条路径从第 ${step} 步起分开：参考答案到达 ${expected}，你的到达 ${got}。`,
    partsNot: '两条路径相同，不同的是逐步累积的状态量。',
    ends: (steps, expected, got) => `${steps} 步之后，参考答案在 ${expected}，你的在 ${got}。`,
    heights: (start, expected, got) => `从高度 ${start} 出发，参考答案降到 ${expected}，你的降到 ${got}。`,
    leaves: '你的路径超出了图的范围。',
    yours: '你的（虚线，方块）',
    reference: '参考答案（实线，圆圈）',
    partsHere: '从这里分开',
    start: '起点',
  },
};
