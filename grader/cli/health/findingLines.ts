import pc from 'picocolors';
import { columnsOf } from '../../student/watch';
import type { Found } from './finding';
import type { HealthTexts } from './texts';

/** Formats findings for a terminal: status, topic and fact on one line, the advice below. */
export function findingLines(shown: readonly Found[], texts: HealthTexts, isPlain: boolean): readonly string[] {
  const statusWidth = widest(Object.values(texts.status));
  const topicWidth = widest(shown.map(({ topic }) => topic));
  return shown.map(({ topic, status, fact, advice }) => {
    const paint = { ok: pc.green, note: pc.yellow, problem: pc.red }[status];
    const word = padded(texts.status[status], statusWidth);
    const first = `${isPlain ? word : paint(word)}  ${padded(topic, topicWidth)}  ${fact}`;
    return advice === '' ? first : `${first}\n${' '.repeat(statusWidth + 2 + topicWidth + 2)}→ ${advice}`;
  });
}

function widest(words: readonly string[]): number {
  return Math.max(0, ...words.map(columnsOf));
}

/** Pads by columns: a Chinese character takes two, which `padEnd` doesn't know. */
function padded(text: string, width: number): string {
  return text + ' '.repeat(width - columnsOf(text));
}
