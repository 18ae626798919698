import type { UpdateTexts } from './en';

const unchanged = '没有改动任何文件';
const again = `请从课程的发布处重新获取。${unchanged}`;

export const zh: UpdateTexts = {
  staffs: '这里是教师的工作目录；update 用于由 `grader release` 生成的学生副本',
  noFolder: (from) => `没有 ${from} 这个文件夹；请给出新版本解压后的文件夹`,
  sameCopy: '这就是当前的副本；请给出新版本的文件夹',
  noRelease: (folder) => `${folder} 不是课程的发布版本：其中没有 MANIFEST.json；请给出新版本解压后的文件夹`,
  damagedManifest: (why) => `MANIFEST.json 已损坏：${why}`,
  wrongChecksum: '它自身的校验和不符',
  lacksFile: (path) => `新版本不完整：缺少 ${path}；请重新获取。${unchanged}`,
  damagedFile: (path) => `新版本已损坏：${path} 与 MANIFEST.json 的记录不符；请重新获取。${unchanged}`,
  unsigned: (from) => `${from} 没有签名；${again}`,
  changedSince: (from) => `${from} 在签名之后被改动过；${again}`,
  otherKey: (from, expected, got) =>
    `${from} 不是用你的副本所信任的密钥签名的：应为 ${expected}，实际为 ${got}；${again}。` +
    `如果课程宣布密钥已改为 ${got}：npm run update -- ${from} --accept-key ${got}`,
  nothingToDo: (version, release) =>
    `无需更新：检查已经是版本 ${version}${release === undefined ? '' : `，与发布 ${release} 相同`}。`,
  trusted: (key) => `从现在起，这个副本只接受用密钥 ${key} 签名的版本。`,
  release: (now, before) => `现在是发布 ${now}${before === undefined ? '' : `，之前是 ${before}`}。`,
  version: (now, before) =>
    `检查现在是版本 ${now}${before === undefined ? '' : `，之前是 ${before}`}。你自己写的函数没有改动。`,
  added: (paths, more) => `新增：${names(paths, more)}`,
  replaced: (paths, more) => `替换：${names(paths, more)}`,
  removed: (paths, more) => `删除：${names(paths, more)}`,
  hadChanges: (paths, keptIn) => `你改过 ${paths.join('、')}；你的版本保存在 ${keptIn} 中。`,
  stubs: (path, functions, keptIn) => `${path} 中新增了待写的 ${functions.join('、')}；原来的文件保存在 ${keptIn} 中。`,
  renamed: ({ path, from, to }) =>
    `${path} 中的 ${from} 现在叫 ${to}。你的代码保持不变，用哪个名字都会评分；可以随时改名。`,
  newSkeleton: (path) => `${path} 的初始代码有了改动；你写的内容保持不变。请与新版本中的文件比较。`,
  install: '请运行 `npm install`，因为现在需要不同的包。',
};

function names(paths: readonly string[], more: number): string {
  return `${paths.join('、')}${more > 0 ? ` 等 ${paths.length + more} 个文件` : ''}`;
}
