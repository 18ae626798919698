import type { CompileCause, FileProblem, FileRemark } from '../../../types';
import { list, shown, thrown, type Lines } from '../../../words/chinese';
import { maxItems } from '../../../words/english';
import { fileReason } from './fileReason';

/** Why a whole file could not be graded. */
export function file(found: FileProblem): Lines {
  switch (found.status) {
    case 'missing':
      return ['没有提交', `找不到 ${found.file}`, '请把你的文件改为这个名字，或从发布的骨架开始'];
    case 'unrecognised':
      return unrecognised(found);
    case 'ambiguous':
      return ['有多个文件都可能是要评分的文件', ...found.candidates.slice(0, maxItems), '请只保留其中一个'];
    case 'unreadable':
      return [`无法读取 ${found.file}`, fileReason(found.reason)];
    case 'does-not-compile':
      return [
        '无法编译',
        found.cause === undefined ? found.message : causeOf(found.cause),
        ...(found.place === undefined ? [] : shown(found.place)),
        '文件能够编译之前，其中的函数都无法评分',
      ];
    case 'does-not-load':
      return ['加载时抛出了错误', ...thrown(found.error), '文件能够加载之前，其中的函数都无法评分'];
  }
}

const allowed = '提交的文件只能导入 @tensorflow/tfjs、descent 和自己的文件，例如 ./helpers';

function causeOf(cause: CompileCause): string {
  switch (cause.id) {
    case 'own-tests':
      return '自己写的测试请放到单独的文件里，例如 mine.test.ts：只有 Jest 认识 describe 和 it';
    case 'top-level-await':
      return '请删掉这一行或其中的 await：tfjs 在这里已经就绪，文件加载时不能等待';
    case 'computed-path':
      return 'import() 或 require() 的路径必须直接写在引号里';
    case 'too-deep':
      return '代码嵌套过深，无法读取';
    case 'cannot-read':
      return `无法读取 ${cause.file}：${fileReason(cause.reason)}`;
    case 'not-allowed':
      return `不能导入 '${cause.path}'：${allowed}`;
    case 'outside':
      return `'${cause.path}' 在提交的文件之外：${allowed}`;
    case 'not-there':
      return `提交的文件里没有 '${cause.path}'`;
  }
}

/** Remarks on the graded file. */
export function fileRemark(remark: FileRemark): string {
  const { file } = remark;
  switch (remark.id) {
    case 'taken-by-name':
      return `根据文件名，将 ${file} 视为 ${remark.wanted}`;
    case 'taken-by-exports':
      return `将 ${file} 视为 ${remark.wanted}：只有它导出了 ${list(remark.exports)}`;
    case 'decoded':
      return `${file} 不是 UTF-8 编码，按 ${remark.encoding} 读取`;
    case 'former-name':
      return `${file} 导出的 ${remark.former} 现在叫 ${remark.name}，按新名字评分`;
    case 'no-question':
      return `${file} 回答了 ${remark.name}，但没有这道题；题目有：${list(remark.questions)}`;
  }
}

function unrecognised({ file: wanted, candidates, found }: Extract<FileProblem, { status: 'unrecognised' }>): Lines {
  return candidates.length > 1
    ? [`无法判断哪个文件是 ${wanted}`, ...candidates.slice(0, maxItems), '请只保留其中一个，并改为正确的文件名']
    : [`找不到 ${wanted}`, `提交的文件有：${list(found.map(fileKind))}`, '请把正确的文件改为这个名字，再重新提交'];
}

/** Kinds of files without source code, by extension. */
const kinds: Readonly<Record<string, string>> = {
  rar: 'RAR 压缩包',
  '7z': '7z 压缩包',
  zip: '嵌套的压缩包',
  gz: '嵌套的压缩包',
  tar: '压缩包',
  ipynb: 'Jupyter 笔记本',
  py: 'Python',
  pdf: 'PDF',
  docx: 'Word 文档',
  doc: 'Word 文档',
  html: '网页',
};

/** A file's name, with its kind if that can't be graded. */
export function fileKind(file: string): string {
  const kind = kinds[/\.(\w+)$/.exec(file)?.[1]?.toLowerCase() ?? ''];
  return kind === undefined ? file : `${file}（${kind}）`;
}
