import type { Language } from '../../../../pipeline/types';

const en = {
  save: (title: string, format: 'SVG' | 'PNG'): string => `Save “${title}” as ${format}`,
  reset: 'Reset',
  play: 'Play',
  pause: 'Pause',
  controls: 'Controls',
  todo: (exercise: string): string => `${exercise} is still to do. Its results appear here once you write it.`,
  failed: (message: string, line: number | undefined): string =>
    `Your code threw an error${line === undefined ? '' : ` in line ${line}`}: ${message}`,
  timeout: (seconds: number): string => `Your code was stopped after ${seconds} s. Is there a loop that never ends?`,
};

export type KitTexts = typeof en;

/** Texts of all views. */
export const kitTexts: Readonly<Record<Language, KitTexts>> = {
  en,
  zh: {
    save: (title, format) => `将“${title}”保存为 ${format}`,
    reset: '重置',
    play: '播放',
    pause: '暂停',
    controls: '控制',
    todo: (exercise) => `${exercise} 尚未完成。写好之后，用到它的内容会显示在这里。`,
    failed: (message, line) => `你的代码${line === undefined ? '' : `在第 ${line} 行`}抛出了错误：${message}`,
    timeout: (seconds) => `你的代码运行 ${seconds} 秒后被停止。是不是有死循环？`,
  },
};
