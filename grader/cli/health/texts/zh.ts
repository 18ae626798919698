import type { IsolationLevel } from '../../../pipeline/types';
import type { HealthTexts } from './en';

export const zh: HealthTexts = {
  language: 'zh',
  status: { ok: '正常', note: '注意', problem: '问题' },
  notAsNeeded: (topics) => `${topics.join('、')}：不符合要求；解决办法见上文`,

  node: 'Node',
  version: (version) => `版本 ${version}`,
  oldNode: (version, oldest) => `版本 ${version}，但至少需要 ${oldest}`,
  installNode: '请从 https://nodejs.org 安装当前的 LTS 版本',
  tfjs: 'TensorFlow.js',
  tfjsRuns: (version, backend) => `版本 ${version}，后端 ${backend}`,
  tfjsFails: (why) => `无法运行：${why}`,
  installAll: '请运行 `npm ci`',
  precision: '精度',
  isDouble: '实测为 float64',
  isNotDouble: (precision) => `实测为 ${precision}，而需要 float64`,
  installRight: '请运行 `npm ci`，以安装正确的版本',

  process: '提交代码的进程',
  processAnswers: '能启动，也有应答',
  processSilent: '无法启动，或没有应答',
  prepareProcess: '请运行 `npm run prepare`，或试试 DESCENT_ISOLATION=process',
  isolation: '隔离',
  otherLevel: '请取消设置 DESCENT_ISOLATION，或改为另一个级别',
  level: (level) => `级别 ${level}：${meanings[level]}`,
  levelAnd: (level, reasons) => `${level}（${reasons.join('；')}）`,
  missing: (level, reason) => `${level}：${inChinese(reason)}`,
  toHave: (level, advice) => advices[level] ?? advice,
  strongerWorks: (level) => `这里也可以使用 ${level}，但 DESCENT_ISOLATION 的设置使它没有被采用`,
  trusted: '请只为你信任的人所写的代码评分，或在 Linux 或容器中评分',
  demanded: (level, minimum) => `${level}；课程要求 ${minimum}`,
  orAllow: (advice) => `${advice}；或为 batch 加上 --allow-weak-isolation`,
  warm: '预热的进程',
  isWarm: '为全班评分时，运行每份提交的进程都由一个预热的进程复制而来',
  isCold: (reason) => `运行每份提交的进程都要冷启动：${inChinese(reason)}`,
  coldIsSlow: '为全班评分大约要用三倍的时间；结果相同',

  backend: '训练后端',
  backendIs: (name, version, why) => `${name}${version === '' ? '' : `（${version}）`}：${why}`,
  faster: (fact, install) => `${fact}；\`${install}\` 可能让训练更快`,
  slow: (install) => `训练会很慢；\`npm ci\` 会安装 WASM，\`${install}\` 会安装原生 TensorFlow`,
  onlyTraining: '检查和评分不需要后端，只有训练需要',
  noBackendAnswer: (why) => `无法询问训练进程：${why}`,
  silent: '它没有应答',
  askAgain: '请运行 `npm ci`，然后再次运行 `npx grader doctor`',

  course: '课程',
  assignments: (count) => `${count} 份作业`,
  assignmentsWith: (count, scope) => `${count} 份作业，带有${scope === 'full' ? '公开检查和隐藏检查' : '公开检查'}`,
  restore: '请恢复该文件，或从课程处重新获取',
  seed: '隐藏种子',
  noSeed: '没有，学生的副本本应如此：隐藏检查在提交后运行',
  weakSeed: '太短或太简单，可能被猜出，所有隐藏用例也会随之泄露：不会用它评分',
  newSeed: '请用 `grader new-seed` 生成一个',
  seedFrom: (place) => `来自 ${place}`,
  publicSeed: '没有设置：隐藏用例由公开的种子生成，任何人都能知道',
  setSeed: '请设置 DESCENT_HIDDEN_SEED，或写入 .descent/seed',
  cache: '缓存文件夹',
  cacheWorks: '.descent/cache 可以写入',
  cacheFails: (code, elsewhere) => `.descent/cache 无法写入（${code}）；构建的文件保存在 ${elsewhere}`,
  cacheElsewhere: '评分照常进行；要使用 npm test 和提示，请让 .descent 对你可写',
};

const meanings: Readonly<Record<IsolationLevel, string>> = {
  bubblewrap: '提交的代码无法访问网络、文件和其他进程',
  unshare: '提交的代码无法访问网络和其他进程；文件只靠 Node 的权限模型来阻止',
  'permissions-uid': '提交的代码以不拥有任何文件的用户身份运行；文件、网络和进程只靠 Node 的权限模型来阻止',
  permissions: '提交的代码以你的权限运行，只受 Node 权限模型的限制，而它可以被绕过',
  process: '提交的代码以你的权限访问文件和网络；但它仍不知道期望值',
};

const reasons: readonly (readonly [pattern: RegExp, words: string])[] = [
  [/^only Linux has it$/, '只有 Linux 才有'],
  [/^only root may start a process as another user$/, '只有 root 才能以其他用户的身份启动进程'],
  [/^the package (.*) is not installed$/, '没有安装包 $1'],
  [/^(.*) is not installed$/, '没有安装 $1'],
  [/^DESCENT_WARM is 0$/, 'DESCENT_WARM 为 0'],
  [/^there is no list of system calls for (.*)$/, '没有适用于 $1 的系统调用清单'],
  [/^it ended with exit code (.*)$/, '它以退出码 $1 结束'],
  [/^it ended with (.*)$/, '它因 $1 结束'],
];

/** The sandbox's own reasons; what another program says stays as it is. */
function inChinese(reason: string): string {
  const found = reasons.find(([pattern]) => pattern.test(reason));
  return found === undefined ? reason : reason.replace(...found);
}

const advices: Readonly<Partial<Record<IsolationLevel, string>>> = {
  bubblewrap:
    '请用 `apt install bubblewrap` 安装（或安装所用系统的 `bubblewrap` 包）；如果已安装但被拒绝，请允许用户命名空间：' +
    '`sysctl kernel.unprivileged_userns_clone=1`，在 Ubuntu 上还要 `sysctl kernel.apparmor_restrict_unprivileged_userns=0`，' +
    '在容器中请用 `--security-opt seccomp=unconfined` 启动',
  unshare: '它需要 `unshare`、`prlimit` 和 `setpriv`（`util-linux` 包），并和 bubblewrap 一样需要用户命名空间',
};
