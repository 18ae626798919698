import { distance } from 'fastest-levenshtein';
import { codeEnding } from '../archives';
import { answersFile, answersLike } from '../archives/isSourceFile';

/** Whether a file can contain code, whatever its name. Tests and declarations are never an answer. */
export function isCodeLike(path: string): boolean {
  return codeEnding.test(path) && !/\.(?:test|spec|d)\.[cm]?[jt]sx?$/i.test(path);
}

/** Whether a path ends with exactly this name, ignoring case, and with `.js` for `.ts` or `.yml` for `.yaml`. */
export function isNamed(path: string, file: string): boolean {
  if (answersFile.test(file)) return answersFile.test(path);
  const base = baseName(path);
  return /\.[jt]s$/i.test(base) && base.slice(0, -3).toLowerCase() === stemOf(file);
}

/**
 * Whether a name is likely derived from the file's: `schedules copy.ts`, `JaneDoe_schedules.ts`, `schedules.ts.txt`,
 * `schedule.ts`. It contains the file's words in sequence, or differs by a typo.
 */
export function looksLike(path: string, file: string): boolean {
  if (answersFile.test(file)) return answersLike.test(path);
  if (!isCodeLike(path)) return false;
  const own = wordsOf(baseName(path).replace(codeEnding, ''));
  const wanted = wordsOf(stemOf(file));
  if (own.some((_, first) => wanted.every((word, index) => own[first + index] === word))) return true;
  const [a, b] = [own.join(''), wanted.join('')];
  return distance(a, b) <= (b.length < 5 ? 0 : b.length < 8 ? 1 : 2);
}

function stemOf(file: string): string {
  return file.replace(/\.[jt]s$/, '').toLowerCase();
}

function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

function wordsOf(name: string): readonly string[] {
  return (
    name
      .normalize('NFKC')
      .toLowerCase()
      .match(/\p{L}+/gu) ?? []
  );
}
