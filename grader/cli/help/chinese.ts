/**
 * Chinese help texts of the students' commands, by command, and by command and option. An option without a command
 * means the same everywhere.
 */
export const chinese: Readonly<Record<string, string>> = {
  grader: '检查并评分基于 TensorFlow.js 的课程作业，全部采用双精度计算。',

  watch: '每次保存后重新检查，并先显示最该改正的一处；按键可看提示，按 q 结束',
  'watch --quiet': '只显示检查的结果',
  'watch --plain': '不清屏、不用颜色、不用按键',

  hint: '针对函数中识别出的错误给出下一条提示：先说该看哪里，再说思路，最后说出错误的名称',
  'hint --quiet': '只显示提示',

  grade: '评分一份提交（文件夹或压缩包）；每个函数都在单独的进程中运行，那里没有参考答案',
  'grade --assignment': '只评这些作业',
  'grade --exercise': '只评这个函数',
  'grade --json': '把结果写成 JSON；- 表示标准输出，此时不再输出其他内容',
  'grade --seed': '隐藏用例的种子',
  'grade --seconds': '每个练习最多运行多少秒',
  'grade --plain': '不显示进度动画，不画表格',

  page: '用公开用例检查你的代码，并打开与教师发放的相同的结果页面',
  'page --no-open': '只写入文件，不打开',

  'hand-in': '把作业中参与评分的文件打包成 zip，并附回执；不给出作业则打包所有已动笔的作业',
  'hand-in --from': '工作目录；默认为当前这一份',
  'hand-in --out': '写入哪个文件夹；默认为工作目录中的 `hand-in`',

  play: '在浏览器中展示你的函数如何工作，边写边检查；按 Ctrl-C 结束',
  'play --build': '改为把页面写入一个文件夹，供课程托管',
  'play --from': '工作目录；默认为当前这一份',
  'play --port': '本地服务器的端口；默认选一个空闲的',
  'play --no-open': '只显示地址',
  'play --quiet': '只显示地址，不显示其他内容',

  try: '以双精度运行你自己的草稿文件；其中可以导入你的练习、课程数据、tfjs 和 descent',

  train: '用你自己的损失、优化器、学习率调度和训练循环，在手写数字上训练一个线性 softmax 分类器',
  'train --optimizer': '用 06-optimizers 中的哪一种更新',
  'train --learning-rate': '初始学习率；默认值因优化器而异',
  'train --schedule': '用 07-schedules 中的哪一种衰减',
  'train --warmup': '调度开始之前预热多少步（由 withWarmup 实现）',
  'train --epochs': '训练图像过多少轮',
  'train --batch-size': '每批多少张图像',
  'train --lambda': '损失中惩罚项的强度',
  'train --weight-decay': 'adamL2 和 adamW 中衰减的强度',
  'train --trainer': '用 08-training 中的哪一种循环',
  'train --seed': '决定图像的顺序，以及哪些图像用于验证',
  'train --from': '用谁的函数：例如文件夹 solutions（默认：你自己的）',
  'train --resume': '接着上一次训练继续，或接着给出的结果文件继续',
  'train --out': '结果写到哪里（默认：.descent/training/ 中的下一个编号）',
  'train --no-open': '只写入曲线页面，不打开',
  'train --plain': '逐行显示，不用进度条',

  update: '换上课程的新版本；你编辑的文件保持不变',
  'update --accept-key': '今后信任用这个密钥签名的版本；密钥由课程公布',

  export: '把结果写成其他平台的格式：全班的成绩册，或每份提交一个文件',
  'export --format':
    'csv | canvas | canvas-feedback | moodle | moodle-worksheet | moodle-feedback | junit | gradescope | github | classroom50 | exercism 之一',
  'export --out': '写到哪里；- 表示标准输出；每份提交一个文件的格式需要一个新文件夹',
  'export --into': 'canvas、moodle-worksheet：由平台导出、待填写的文件',
  'export --roster': '名单；默认用这一批自带的名单（如有）',
  'export --assignment': '只导出这些作业',
  'export --submission': '只导出这份提交',
  'export --column': '作业所在的列，例如 "03-losses=Homework 3"；可以重复',
  'export --set': 'classroom50：环境中没有给出的字段；可以重复',
  'export --scale': '平台的满分不同时换算分数',
  'export --absent': '成绩册：到期而未提交的人得多少分；默认不给分',
  'export --confirm-absent': '成绩册：给出的作业没有任何人提交时也继续',
  'export --plain': '与平常相同：没有要画的内容',

  doctor: '检查 Node、TensorFlow.js、精度、隔离和文件，并说明各自该怎么办',
  'doctor --json': '把检查结果写成 JSON；- 表示标准输出，此时不再输出其他内容',
  'doctor --redis': '同时检查这个队列和它的 worker',
  'doctor --prefix': 'Redis 中键的前缀，用来区分各门课程；默认为课程的标题',
  'doctor --quiet': '只显示问题',
  'doctor --plain': '不用颜色',

  '--quiet': '只显示错误',
  '--plain': '不显示进度动画',
  '--help': '显示这个命令的帮助',
  help: '显示某个命令的帮助',
};

export const chineseTitles: Readonly<Record<string, string>> = {
  'Usage:': '用法：',
  'Options:': '选项：',
  'Arguments:': '参数：',
  'Commands:': '其他：',
  'Students:': '学生：',
  'Teaching assistants:': '助教：',
  'Authors:': '作者：',
  'Everyone:': '所有人：',
};

/** Texts below the list of options. */
export const chineseEndings: readonly (readonly [english: string, chinese: string])[] = [
  ['Examples:', '示例：'],
  ['See `grader COMMAND --help` for examples of each command.', '各命令的示例见 `grader COMMAND --help`。'],
  ['Press Ctrl-C to stop it.', '按 Ctrl-C 停止。'],
  [
    'Press Ctrl-C to stop and keep what it has learned so far. DESCENT_BACKEND=tensorflow, wasm or cpu chooses the backend.',
    '按 Ctrl-C 结束，已学到的会保留。DESCENT_BACKEND=tensorflow、wasm 或 cpu 选择由什么来计算。',
  ],
];
