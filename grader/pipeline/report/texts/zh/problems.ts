import { isInternal, isPromising } from '../../../../execution/guard';
import { unsettledPromise } from '../../../../execution/unsettledPromise';
import type { ExerciseProblem, Outcome, ThrownError } from '../../../types';
import { formatNumber } from '../../../words/formatNumber';
import { bans } from './bans';
import { file } from './files';
import { list, shown, thrown, type Lines } from '../../../words/chinese';

/** Why an exercise could not be checked. */
export function problem(found: ExerciseProblem): Lines {
  switch (found.status) {
    case 'todo':
      return ['还没有写'];
    case 'needs-neighbour':
      return needsNeighbour(found.neighbour);
    case 'missing-export':
      return [
        '没有导出',
        found.exports.length === 0 ? '文件什么都没有导出' : `文件导出了 ${list(found.exports)}`,
        found.exports.includes('default')
          ? '`export default` 导出的内容没有名字：请用 `export function …` 导出，函数名必须完全一致'
          : '请用 `export function …` 导出，函数名必须完全一致',
      ];
    case 'not-a-function':
      return ['不是函数', `它导出的是 ${found.got}：请用 \`export function …\` 导出同名的函数`];
    case 'throws':
      return throwing(found.error);
    case 'forbidden-call': {
      if (found.isHidden === true) return ['在隐藏用例上调用了不允许调用的函数', '讲义列出了不允许使用的函数'];
      if (isPromising(found.call)) {
        return [
          `调用了 ${found.call}，它返回 Promise，而没有代码会等待它`,
          ...(found.place === undefined ? [] : shown(found.place)),
          bans.insteadOfPromise,
        ];
      }
      const through = found.through.length === 0 ? '' : `通过 ${found.through.join(' → ')} `;
      return [
        `${through}调用了 ${found.call}，而它是${isInternal(found.call) ? bans.reason.internal : bans.reason.answer}`,
        ...(found.place === undefined ? [] : shown(found.place)),
        isInternal(found.call)
          ? '管理内存请用 tf.tidy 和 tf.keep，计算请用 tf.exp、tf.sum 等基本运算'
          : '请按公式自己计算；tf.exp、tf.sum 等基本运算都可以用',
        '讲义里列出了不能调用的函数',
      ];
    }
    case 'too-long':
      return [
        '代码过长',
        `文件和它导入的文件编译后共 ${Math.ceil(found.bytes / 1000)} kB，上限为 ${Math.ceil(found.maxBytes / 1000)} kB`,
        '请提交训练模型的代码，而不是训练好的参数',
      ];
    case 'stopped':
      return stopped(found.outcome);
    case 'file':
      return file(found.problem);
    case 'answers':
      return [
        '的答案无法读取',
        `${found.file}${found.line === undefined ? '' : ` 第 ${found.line} 行`}：${found.why}`,
        '每个答案单独占一行：`名称: 答案`；含有冒号或 # 的文字请放在 "引号" 里',
      ];
    case 'infrastructure':
      return ['未能评分', '故障出在评分程序或运行它的机器，不在你的代码；之后会重新评分', found.detail];
  }
}

/** A function that returns nothing, because it throws or because its promise never settles. */
export function throwing(error: ThrownError): Lines {
  if (error.name !== unsettledPromise) return ['抛出了错误', ...thrown(error)];
  return [
    '的 Promise 一直没有结果',
    '是不是 await 了永远不会到来的东西，或者 new Promise(…) 在某条路径上没有调用 resolve？',
  ];
}

export function needsNeighbour(neighbour: string): Lines {
  return [`依赖 ${neighbour}，而它还没有写`, `你的函数调用了 ${neighbour}：请先写它`];
}

/** An evaluation without a result: out of time, out of memory, or the process has ended. */
export function stopped(outcome: Outcome): Lines {
  switch (outcome.status) {
    case 'timeout':
      if (outcome.of === 'submission')
        return ['未运行完', `整份提交可用的 ${formatNumber(outcome.seconds)} 秒计算时间已经用完`];
      if (outcome.of === 'judging')
        return [
          '给出的答案无法及时评判',
          `评分程序处理了 ${formatNumber(outcome.seconds)} 秒仍未结束，而正确的答案远用不了一秒`,
          '请只返回讲义要求的内容，不要返回更多',
        ];
      return ['未运行完', `${formatNumber(outcome.seconds)} 秒后被停止：有没有永远不会结束的循环？`];
    case 'memory':
      return ['内存不足', '循环里的张量或数组是不是越积越多？tf.tidy(() => …) 会释放每一步不再需要的张量'];
    case 'crashed':
      return ['导致进程崩溃', outcome.detail];
    default:
      return ['未运行完'];
  }
}

/** Code started by functions runs on endlessly after they return, so the checks can't continue. */
export function hangs(started: readonly string[], passed: number, checks: number): Lines {
  return [
    `${started.join('、')} › 其中启动的操作永远不会结束，检查到此中止`,
    'async 函数、.then(…) 或定时器里有没有永远不会结束的循环？',
    `在此之前，${checks} 项检查中通过了 ${passed} 项`,
  ];
}
