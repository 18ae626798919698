import { notUtf8 } from '../../../words/notUtf8';

/** Why one of the submission's files can't be read, as stored in results, in English. */
const reasons: readonly (readonly [english: RegExp | string, chinese: string])[] = [
  [notUtf8, '它不是 UTF-8 文本；请在编辑器中另存为 UTF-8'],
  ['it is a link to something outside the submission', '它是一个指向提交之外的链接'],
  ['it is a link that leads nowhere', '它是一个链接，但链接的目标不存在'],
  ['it is a link that leads back to itself', '它是一个指回自身的链接'],
  ['it is an empty file', '它是空文件'],
  ['it is not a regular file', '它不是普通文件'],
  ['reading it is not permitted', '没有读取它的权限'],
  ['it could not be read', '无法读取它'],
  [/^it could not be read \((\w+)\)$/, '无法读取它（$1）'],
  [/^it has (\d+) bytes; at most (\d+) are read$/, '它有 $1 字节；最多读取 $2 字节'],
  [/^it has more than (\d+) files, and only these were searched$/, '它有超过 $1 个文件，只搜索了其中的 $1 个'],
  [/^compiled, it has (\d+) bytes; at most (\d+) are run$/, '编译后有 $1 字节；最多运行 $2 字节'],
  [/^compiling it takes longer than (\d+) s$/, '编译超过了 $1 秒'],
  [/^compiling it takes more than (\d+) MB$/, '编译占用的内存超过了 $1 MB'],
  [/^the compiler crashes on it$/, '编译器在处理它时崩溃'],
  [/^there is (.+) as well; keep one of them$/, '还有 $1；请只保留其中一个'],
];

/** The same in Chinese; the archive libraries' messages stay in English. */
export function fileReason(english: string): string {
  const found = reasons.find(([one]) => (typeof one === 'string' ? one === english : one.test(english)));
  return found === undefined ? english : english.replace(...found);
}
