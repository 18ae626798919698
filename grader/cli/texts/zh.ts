import type { CommandTexts } from './en';

export const zh: CommandTexts = {
  starting: '正在启动',
  checking: (what) => `正在检查 ${what}`,
  drawing: (assignment) => `正在生成 ${assignment} 的用例`,
  running: '正在运行提交的代码',
  noSubmission: (path) => `没有 ${path} 这个文件夹或压缩包；请给出提交的文件夹（例如 \`grader grade .\`）或其压缩包`,
  notSubmission: (path) =>
    `${path} 既不是文件夹，也不是 .zip 或 .tar.gz；请给出提交的文件夹（例如 \`grader grade .\`）或其压缩包`,
  noWorkingCopy: (folder) => `没有 ${folder} 这个文件夹；请给出你的工作目录`,
  cannotWriteTo: (folder, why) => `无法写入 ${folder}（${why}）；请用 --out 指定另一个文件夹`,
  whichFunction: '哪个函数？请给出函数名，例如 `npm run hint -- softmaxLoss`',
  notChecked: (name) => `${name} 没有被检查`,
  hintNotNoted: (why) => `无法在 .descent/hints.json 中记录下一条提示（${why}）：下次仍会显示这一条`,
  pageWritten: (file) => `${file} 显示了你的代码在公开检查中的结果。`,
  cannotWatch: (why) => `无法监视文件的改动：${why}`,
  cannotListen: (port, why) => `端口 ${port} 无法使用（${why}）；请指定另一个端口`,
  noPageForOthers: '给别人用的页面由作业骨架生成，只有教师的工作目录里才有骨架；请打开随你的副本提供的 play/index.html',
  fileMissing: (file) => `缺少 ${file}；请重新从课程获取`,
  fileDamaged: (file) => `${file} 已损坏；请重新从课程获取`,
  notEmpty: (folder) => `${folder} 不是空文件夹；请指定一个新文件夹`,
  siteWritten: (file, megabytes) => `${file}：${megabytes} MB；可放到任何网站上，也可直接从磁盘打开`,
  opened: '已在浏览器中打开；按 Ctrl-C 结束',
  openIt: '请在浏览器中打开这个地址；按 Ctrl-C 结束',
  noIsolationLevel: (variable, value, levels) =>
    `${variable} 的值是 "${value}"；请设为 ${levels.join('、')} 之一，或取消设置`,
};
