import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { SourcePlace } from '../../pipeline/types';

// `at softmax (/…/assignments/03-losses/losses.ts:12:5)`; Jest has mapped it to the source already.
const ownFrame = /\(?([^()\s]*[/\\](?:assignments|solutions)[/\\][^()\s]*\.[jt]s):(\d+):(\d+)\)?/;

/** The first frame in a stack that is in an assignment's own file. */
export function locateInStack(stack: string): SourcePlace | undefined {
  const [, file, line, column] = ownFrame.exec(stack) ?? [];
  if (file === undefined) return undefined;
  const text = readLine(file, Number(line));
  return { file: basename(file), line: Number(line), column: Number(column), text };
}

function readLine(file: string, line: number): string {
  try {
    return readFileSync(file, 'utf8').split('\n')[line - 1] ?? '';
  } catch {
    return '';
  }
}
