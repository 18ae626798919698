import { readFileSync } from 'node:fs';

/** The last in a chain of processes each started by the one before, as isolation does. */
export function lastDescendant(pid: number): number {
  let last = pid;
  for (let child = childrenOf(last)[0]; child !== undefined; child = childrenOf(last)[0]) last = child;
  return last;
}

/**
 * The pid of a child in the grader's namespace, which differs from its parent's if the parent has its own namespace.
 *
 * @param parent - pid in the grader's namespace
 * @param pid - of the child, in its parent's namespace
 * @returns undefined if it has ended
 */
export function childByNumber(parent: number, pid: number): number | undefined {
  const level = numbersOf(parent).length - 1;
  return childrenOf(parent).find((child) => numbersOf(child)[level] === pid);
}

/** A process's pids, from the grader's namespace inwards. */
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
