import { fileReason } from './fileReason';

describe('why a file can’t be read, in Chinese', () => {
  it.each([
    ['it is not a text in UTF-8; save it as UTF-8 in your editor', '它不是 UTF-8 文本；请在编辑器中另存为 UTF-8'],
    ['it is a link that leads nowhere', '它是一个链接，但链接的目标不存在'],
    ['it is a link that leads back to itself', '它是一个指回自身的链接'],
    ['it is not a regular file', '它不是普通文件'],
    ['reading it is not permitted', '没有读取它的权限'],
    ['it could not be read', '无法读取它'],
    ['it could not be read (EIO)', '无法读取它（EIO）'],
    ['it has 200001 bytes; at most 200000 are read', '它有 200001 字节；最多读取 200000 字节'],
    ['compiling it takes longer than 20 s', '编译超过了 20 秒'],
    ['it has more than 2000 files, and only these were searched', '它有超过 2000 个文件，只搜索了其中的 2000 个'],
    ['compiling it takes more than 512 MB', '编译占用的内存超过了 512 MB'],
    ['the compiler crashes on it', '编译器在处理它时崩溃'],
    ['there is answers.txt as well; keep one of them', '还有 answers.txt；请只保留其中一个'],
    ['it is no zip, whatever its name says', 'it is no zip, whatever its name says'],
  ])('%s', (english, chinese) => {
    expect(fileReason(english)).toBe(chinese);
  });
});
