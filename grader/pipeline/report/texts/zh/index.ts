import { kindOf } from '../../../checks/kinds';
import type { Check, ExerciseStatus } from '../../../types';
import type { Texts } from '../en';
import { cleaned } from '../cleaned';
import { finding, skipped } from './findings';
import { bans } from './bans';
import { handIn } from './handIn';
import { advice } from './hintAdvice';
import { label } from './labels';
import { file, fileKind, fileRemark } from './files';
import { hangs, problem } from './problems';
import { values } from './values';
import { list, spaced, subject } from '../../../words/chinese';

/** Every sentence of the grader, in simplified Chinese. Names, numbers and commands are not translated. */
export const zh: Texts = cleaned({
  language: 'zh',

  status: {
    passed: '通过',
    failed: '未通过',
    todo: '待写',
    error: '出错',
    timeout: '超时',
    memory: '内存不足',
    forbidden: '禁用调用',
    crashed: '崩溃',
    answered: '已作答',
    unreadable: '无法读取',
    infrastructure: '未评分',
  } satisfies Record<ExerciseStatus, string>,

  assignmentStatus: {
    graded: '已评分',
    missing: '未提交',
    unrecognised: '未识别',
    unreadable: '无法读取',
    infrastructure: '未评分',
  },
  table: ['作业', '练习', '状态', '分数', '错误'],
  optional: (assignment) => `${assignment}（选做）`,
  mistakeFrom: (mistake, neighbour) => `${mistake}，来自 ${neighbour}`,
  pointsOf: (score, most) => `${score} / ${most}`,
  totalUnknown: '总分：暂无，因为有内容无法评分',
  total: (points) => `总分：${points} 分`,
  totalOfPublic: (points) => `总分：公开检查 ${points} 分；隐藏检查在提交后运行`,
  advice,
  bans,
  handIn,

  values,
  checkName: (check: Check): string => kindOf(check).texts.zh.name(check),
  finding,
  skipped,
  problem,
  file,
  hangs,
  fileKind,
  fileRemark,

  smallestCase: '最小用例',
  clearestCase: '最明显的用例',
  label,
  where: (special) => spaced(`其中${special}`),
  alreadyRight: (fields, field, labels) => {
    const special = labels.map((one) => `在${one}时`).join('，以及');
    if (special === '') return `已经正确：${list(fields)}。`;
    const others = fields.length === 0 ? '' : `${fields.join('，')}，以及`;
    return spaced(`已经正确：${others}${subject(field)}${special}。`);
  },
  hint: (number, text, exercise) =>
    `提示 ${number}/3：${text}${number < 3 ? `   （下一条：npm run hint -- ${exercise}）` : ''}`,
  carried: (neighbour, mistake, kept) =>
    `这是由 ${neighbour} 的错误${mistake === undefined ? '' : `（${mistake}）`}引起的：请先改正它。` +
    (kept === 0 ? '' : `在此之前，这里因此失去的分数返还 ${kept} 分。`),
  callsBroken: (neighbour) => `它调用了 ${neighbour}，而 ${neighbour} 也未通过：请先改正它。`,
  rightName: (file) => `请把它命名为 ${file}：\`npm test\` 只读这个名字的文件`,
  asAbove: (exercise) => `${exercise} › 原因同上`,
  replay: (assignment, exercise) => `重新运行：npm test -- ${assignment} -t ${exercise}`,
  publicCase: (number) => `（公开用例 ${number}）`,
  hiddenCase: (number) => `（隐藏用例 ${number}）`,
  onHidden: (name) => `“${name}”在一个隐藏用例上未通过，在公开用例上通过`,
  hiddenAdvice: '隐藏用例与公开用例种类相同，只是不显示其中的数值：请自己试试不同的形状和数值。',
  samePublicCheck: (assignment, exercise) => `同类的公开检查：npm test -- ${assignment} -t ${exercise}`,
});
