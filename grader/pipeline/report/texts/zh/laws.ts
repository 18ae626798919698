import type { Value, ValueRecord } from '../../../../execution/values';
import { formatNumber } from '../../formatNumber';
import { formatValue } from '../../formatValue';
import { values } from './values';

const word = (value: Value): string => (typeof value === 'string' ? value : '');
const field = (value: Value): string => (word(value) === '' ? '结果' : ` ${word(value)} `);
const number = (value: Value): string => formatValue(value, values);

const transformed: Readonly<Record<string, (argument: string) => string>> = {
  addConstantToEachRow: (argument) => `给 ${argument} 的每一行加一个常数`,
  addSameRowToAllRows: (argument) => `给 ${argument} 的所有行加同一行`,
  addConstant: (argument) => `给 ${argument} 加一个常数`,
  transpose: (argument) => `转置 ${argument}`,
  negate: (argument) => `把 ${argument} 反号`,
};

const laws: Readonly<Record<string, (parameters: ValueRecord) => string>> = {
  classifiesAtLeast: ({ share }) => `至少 ${formatNumber(100 * Number(share))}% 的图像分类正确`,
  classifiesAlone: ({ share }) =>
    `至少 ${formatNumber(100 * Number(share))}% 分类正确，而且每张图像无论单独分类还是和其他图像一起分类，结果都相同`,
  columnsSumTo: (given) => `${field(given['field'])}每一列之和为 ${number(given['sum'])}`.trimStart(),
  rowsSumTo: (given) => `${field(given['field'])}每一行之和为 ${number(given['sum'])}`.trimStart(),
  unchangedUnder: ({ transform, argument }) => `${transformed[word(transform)]?.(word(argument)) ?? word(transform)}，结果不变`,
  scalesWith: ({ argument, factor, power }) =>
    Number(power) === 0
      ? `缩放 ${word(argument)}，结果不变`
      : `${number(factor)}·${word(argument)} 的结果是原来的 ${formatNumber(Number(factor) ** Number(power))} 倍`,
  sameAgain: () => '同样的输入再算一次，结果相同',
  splitSizes: () => '验证集和测试集的行数是比例乘总行数再向下取整，其余用来训练',
  splitKeepsRows: () => '每一行恰好属于一个部分',
  splitKeepsLabels: () => '每一行都带着自己的标签',
  splitRepeats: () => '同样的种子给出同样的划分',
  splitShuffles: () => '不同的种子给出不同的顺序',
  batchSizes: () => '批次的个数正好够用，除最后一批装剩下的以外都是满的',
  batchesHoldAll: () => '每个位置都在某个批次里',
  batchesHoldOnce: () => '没有一个位置同时在两个批次里',
  batchesRepeat: () => '同样的种子给出同样的批次',
  batchesShuffle: () => '不同的种子给出不同的顺序',
  batchesMix: () => '谁和谁同批随种子而变',
  epochsTakeEachOnce: () => '每个 epoch 每一行恰好用一次，除最后一批装剩下的以外都是满的',
  batchesKeepLabels: () => '批次里的每一行都带着自己的标签',
  epochsReorder: () => '顺序随 epoch 而变',
  seedsReorder: () => '顺序随种子而变',
  stepsFollow: () => '每一步都从上一步接着走，历史记录的是每个 epoch 之后全部数据的损失',
  firstRowIs: ({ argument }) => `第一行就是 ${word(argument)}`,
};

/** What a law says, as a sentence. */
export function law(name: string, parameters: ValueRecord): string {
  return laws[name]?.(parameters) ?? name;
}

const splitPlaces: Readonly<Record<string, string>> = {
  'rows of x that are in exactly one part': 'x 中恰好属于一个部分的行数',
  'rows that kept their label': '保住了标签的行数',
  'orders among the seeds 0 to 9': '种子 0 到 9 给出的不同顺序的个数',
  'the number of batches': '批次的个数',
  'different places in all batches together': '所有批次里不同位置的个数',
  'places that are in no other batch': '不在其他批次里的位置数',
  'ways to group the places among the seeds 0 to 9': '种子 0 到 9 给出的不同分组的个数',
  'the number of steps': '步数',
  'orders among the epochs': '各 epoch 的不同顺序的个数',
};

/** Where a law is broken: `row 2`, `every row`, a field. */
export function lawPlace(where: string): string {
  if (where === 'every row') return '每一行';
  if (where === 'every column') return '每一列';
  if (where === 'the result') return '结果';
  if (Object.hasOwn(splitPlaces, where)) return splitPlaces[where] ?? where;
  return where
    .replace(/^per cent of the images$/, '分类正确的图像（百分之）')
    .replace(/^image (\d+), classified alone$/, '单独分类的第 $1 张图像')
    .replace(/^rows of (\S+) that are rows of x$/, '$1 中属于 x 的行数')
    .replace(/^rows of (\S+)$/, '$1 的行数')
    .replace(/^different places in batch (\d+)$/, '第 $1 批中不同位置的个数')
    .replace(/^places in batch (\d+)$/, '第 $1 批的位置数')
    .replace(/^place (\d+) in the order$/, '顺序中的第 $1 个位置')
    .replace(/^calls of loss for step (\d+)$/, '第 $1 步之前对 loss 的调用次数')
    .replace(/^rows in step (\d+)$/, '第 $1 步的行数')
    .replace(/^different rows in epoch (\d+)$/, '第 $1 个 epoch 用到的不同行数')
    .replace(/^losses of all rows after epoch (\d+)$/, '第 $1 个 epoch 之后算全部数据的损失的次数')
    .replace(/^W of loss in step (\d+)$/, '第 $1 步传给 loss 的 W')
    .replace(/^(lambda|W|dW|state) in step (\d+)$/, '第 $2 步的 $1')
    .replace(/^row (\d+)$/, '第 $1 行')
    .replace(/^column (\d+)$/, '第 $1 列');
}
