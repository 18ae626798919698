import type { SourcePlace, ThrownError } from '../types';
import { maxItems, shown as shownPlace, thrown as thrownError, type Lines, type ThrownWords } from './english';

export type { Lines };

/** A field's name, or words for the result itself. */
export function subject(path: string): string {
  return path === '' ? '结果' : `${path} `;
}

/** ` [0, 2] 处`; empty if there is only one element. */
export function at(index: readonly number[], total: number): string {
  return total === 1 ? '' : `[${index.join(', ')}] 处`;
}

/** `a`, `a 和 b`, `a、b 和 c`; for many, the first ones and the total number. */
export function list(items: readonly string[]): string {
  if (items.length > maxItems) return `${items.slice(0, maxItems).join('、')} 等 ${items.length} 个`;
  return items.length < 2 ? items.join('') : `${items.slice(0, -1).join('、')} 和 ${items.at(-1) ?? ''}`;
}

/** Inserts a space wherever Chinese meets Latin letters, Greek ones or digits, as is usual in print. */
export function spaced(text: string): string {
  return text
    .replace(/(\p{Script=Han})([\p{Script=Latin}\p{Script=Greek}\d])/gu, '$1 $2')
    .replace(/([\p{Script=Latin}\p{Script=Greek}\d])(\p{Script=Han})/gu, '$1 $2');
}

const ownErrors: ThrownWords = {
  DisposedTensor: ['用到了已经释放的张量', '函数一返回或者遇到 await，tf.tidy 就会释放它创建而没有返回的所有张量'],
  OperatorOnTensor: [
    '-、*、< 这样的运算符不能用于张量',
    '张量要用方法：w.sub(dw.mul(0.1))、a.greater(b)；.dataSync() 读出其中的数值',
  ],
  EntriesOfTensor: [
    '张量不是数组：t[0] 和 for … of 都读不到它的元素',
    '.arraySync() 把它变成数组，.slice 和 .gather 取出它的一部分，结果仍是张量',
  ],
  ValueOfPromise: [
    'Promise 还不是值：它没有元素，运算符也不能用于它',
    '请立即读出数值：用 .dataSync() 代替 .data()，用 .arraySync() 代替 .array()',
  ],
  TensorAsText: ['应当是张量的地方却是文本', '+ 会把张量变成文本：请写 a.add(b)'],
  NothingForTensor: ['应当是张量或数的地方却是 undefined', '是不是名字写错了，字段没有赋值，或者下标超出了列表？'],
  OfJest: [
    '只有 Jest 认识 describe、it 和 expect，而你的文件运行时没有 Jest',
    '自己写的测试请放到单独的文件里，例如 mine.test.ts',
  ],
};

/** What a submission threw, and its source line, are not translated. */
export const thrown = (error: ThrownError): readonly string[] => thrownError(error, ownErrors);
export const shown = (place: SourcePlace): readonly string[] => shownPlace(place);

const things: Readonly<Record<string, string>> = {
  'a rank-0 tensor': '0 阶张量',
  'a Promise': 'Promise',
  'a generator': '生成器',
  'an unknown object': '未知的对象',
  'a function': '函数',
  'a disposed tensor': '已释放的张量',
  'a result': '结果',
  'an object nested too deeply': '嵌套过深的对象',
  'an object with no fields': '没有字段的对象',
};

const patterns: readonly (readonly [pattern: RegExp, words: string])[] = [
  [/^a (\(.*\)) tensor$/, '形状为 $1 的张量'],
  [/^an array of (\d+) tensors?$/, '含 $1 个张量的数组'],
  [/^an array of (\d+)(?: entries)?$/, '长度为 $1 的数组'],
  [/^an object without the method (.*)$/s, '没有方法 $1 的对象'],
  [/^an object with the fields (.*)$/s, '有字段 $1 的对象'],
  [/^the number (.*)$/, '数字 $1'],
  [/^a (.*)$/s, '$1'],
];

/** Translations of `describeValue`'s descriptions. */
export function thing(description: string): string {
  const known = Object.hasOwn(things, description) ? things[description] : undefined;
  if (known !== undefined) return known;
  const found = patterns.find(([pattern]) => pattern.test(description));
  return found === undefined ? description : description.replace(...found);
}
