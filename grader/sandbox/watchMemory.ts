import { readFileSync } from 'node:fs';

/** A right answer stays below a fifth of it. */
export const mostResidentBytes = 2 ** 30;
const betweenLooksMs = 25;
const pageBytes = 4096;

/**
 * Looks again and again how much memory a process holds. V8's own limit doesn't count the arrays that tensors are made of.
 * Only Linux tells it at no cost; elsewhere nothing is watched.
 *
 * @param onTooMuch - called once, when it holds more than `mostResidentBytes`
 * @returns ends the watch
 */
export function watchMemory(pid: number | undefined, onTooMuch: () => void): () => void {
  if (process.platform !== 'linux' || pid === undefined) return () => undefined;
  const timer = setInterval(() => {
    if (residentBytes(pid) <= mostResidentBytes) return;
    clearInterval(timer);
    onTooMuch();
  }, betweenLooksMs);
  timer.unref();
  return () => clearInterval(timer);
}

function residentBytes(pid: number): number {
  try {
    return Number(readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')[1]) * pageBytes;
  } catch {
    // It has ended.
    return 0;
  }
}
