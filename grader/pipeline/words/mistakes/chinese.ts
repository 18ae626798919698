import type { Hints } from '../../types';
import type { Change, MistakeWords, Trait } from './english';

const due = (k: number): string => (k === 1 ? '应有值' : k === -1 ? '应有值的相反数' : `应有值的 ${k} 倍`);

const changes: Readonly<Record<Change, string>> = {
  zero: '总是 0',
  one: '总是 1',
  doubled: '变成两倍',
  halved: '变成一半',
  negated: '变号',
  absolute: '取绝对值',
  squared: '取平方',
  rooted: '取平方根',
  oneMinus: '换成 1 减去它',
  oneMore: '多 1',
  oneLess: '少 1',
  nineAtMost: '最大只到 9',
  sorted: '按大小排序',
  sortedAsText: '按文本排序',
  reversed: '倒序',
  withoutZeros: '去掉其中的 0',
  swapped: '互换',
  allWereTheFirst: '每一项都换成第一项',
  allWereTheMean: '每一项都换成它们的平均',
  firstAlone: '只有第一项',
  lastAlone: '只有最后一项',
  firstLeftOut: '去掉第一项',
  lastLeftOut: '去掉最后一项',
  firstTen: '只有前十项',
};

export const chinese: MistakeWords = {
  rules: {
    times: (k) => (typeof k === 'number' ? due(k) : `应有值的 ${k} 倍`),
    zero: ' 0，与输入无关',
    plus: (added) => `应有值 ${added}`,
    timesArgument: (k, name) => `${due(k)}再乘以 \`${name}\``,
    dividedByArgument: (k, name) => `${due(k)}再除以 \`${name}\``,
    absolute: '应有值的绝对值',
    square: '应有值的平方',
    root: '应有值的平方根',
    reciprocal: '应有值的倒数',
    logarithm: '应有值的对数',
    exponential: 'e 的“应有值”次方',
    oneMinus: '1 减去应有值',
    roundedDown: '应有值向下取整',
    rounded: (digits) => `应有值四舍五入到 ${digits} 位小数`,
  },
  related: (field, rule, hasOthers) => {
    const what = field === '' ? '结果' : ` \`${field}\` `;
    return [
      `把几个用例中你的${what}和期望值并排放在一起：怎样由一个得到另一个？`,
      '每个用例的每个数都符合同一条规则。公式中的哪一步会恰好造成这样的差别？',
      `在每个用例中，你的${what}都是${rule}。${hasOthers ? '请先看这个字段。' : ''}请检查公式中漏掉、多做了一次或弄反了的那一步。`,
    ];
  },
  onlyWhere: ({ kind, names }) => {
    const what = names.map((name) => `\`${name}\``).join('、');
    const said = {
      zero: [
        `${what} 为 0`,
        '0 和别的值一样是值，不等于“没有”。',
        'JavaScript 把 0 当作 false，所以 `a || 1`、`!a` 和 `if (a)` 会替换或跳过它；也可能是除以了它。',
      ],
      notFinite: [
        `${what} 中有 NaN 或无穷大`,
        '与 NaN 的比较总为 false，与 NaN 的和总是 NaN。这时谁胜出，什么会继续下去？',
        '比较之前，请用 `Number.isNaN` 或 `Number.isFinite` 判断。',
      ],
      equals: [
        `${what} 中有两个数相等`,
        '相等的几个里要的是确定的一个。你的比较留下了哪一个？',
        '请检查 `<` 和 `<=`、`indexOf` 和 `lastIndexOf`，以及排序的顺序。',
      ],
      single: [
        `${what} 为 1`,
        '只有一个时，平均、差和循环的两端都是特殊情况。',
        '请检查消失了的轴、除以“个数减一”的地方，以及一次也不执行的循环。',
      ],
      many: [
        `${what} 超过十个，或含有大于 9 的数`,
        '题目从未说过最多只有十个。',
        '请检查写死个数的 9 或 10，以及把 10 排在 2 前面的文本排序。',
      ],
    } satisfies Record<Trait['kind'], Hints>;
    const [where, idea, causes] = said[kind];
    return ['有些用例是对的。没有通过的那些有什么共同点？', idea, `除了 ${where} 的用例，你的结果都是对的。${causes}`];
  },
  asIf: (field, places, change) => {
    const what = field === '' ? '结果' : ` \`${field}\` `;
    const where = places.map((place) => `\`${place}\``).join('、');
    return [
      `在你的代码里跟踪 ${where}：它是否全部用上了，而且原样用上了？`,
      '你的数是对的，但对应的是另外的参数。公式是在哪里得到题目给出的参数的？',
      `在每个用例中，你的${what}都等于把 ${where} ${changes[change]}之后应有的值。`,
    ];
  },
  together: (hint) => `这里有两个错误，先看第一个：${hint}`,
  carried: (from) => [
    `请看本函数调用的 ${from}：它自己的检查没有通过。`,
    `在正确的公式中代入你的 ${from}，结果与你的函数相同：这里没有别的错误。`,
    `先改正 ${from}，再检查本函数。`,
  ],
};
