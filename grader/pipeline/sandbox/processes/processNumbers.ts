import { readFileSync } from 'node:fs';

/** The last of a line of processes that were started one out of the other, as isolation does. */
export function lastOfLine(pid: number): number {
  let last = pid;
  for (let child = childrenOf(last)[0]; child !== undefined; child = childrenOf(last)[0]) last = child;
  return last;
}

/**
 * A child by the grader's count of processes, which is not its parent's where the parent has a namespace of its own.
 *
 * @param parent - by the grader's count
 * @param pid - of the child, by its parent's count
 * @returns undefined if it has ended
 */
export function childByNumber(parent: number, pid: number): number | undefined {
  const level = numbersOf(parent).length - 1;
  return childrenOf(parent).find((child) => numbersOf(child)[level] === pid);
}

/** A process's numbers, from the grader's namespace inwards. */
function numbersOf(pid: number): readonly number[] {
  const [, numbers = ''] = /^NSpid:\s*(.*)$/m.exec(read(`/proc/${pid}/status`)) ?? [];
  return integers(numbers);
}

function childrenOf(pid: number): readonly number[] {
  return integers(read(`/proc/${pid}/task/${pid}/children`));
}

function integers(text: string): readonly number[] {
  return (text.match(/\d+/g) ?? []).map(Number);
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    // It has ended.
    return '';
  }
}
