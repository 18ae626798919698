import { distance } from 'fastest-levenshtein';
import { plainLetters, type Student } from '../roster';

/** German and Nordic spellings without diacritics. */
const german: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', å: 'aa', ø: 'oe' };

/** All spellings of a roster's name on a platform, with its first name first or last; simplified as in {@link formsOf}. */
export function rotatedForms(name: string): readonly string[] {
  return spellings(name).flatMap(rotations);
}

/** All spellings of a name, without accents, punctuation, spaces and nicknames. */
export function formsOf(name: string): readonly string[] {
  return spellings(name).map((words) => words.join(''));
}

/** The students with the nearest names, for a person to choose from. */
export function nearestStudents(students: readonly Student[], name: string): readonly Student[] {
  const [wanted = []] = spellings(name);
  const text = wanted.join('');
  if (text === '') return [];
  const ranked = students.map((student) => {
    const [words = []] = spellings(student.name);
    const shared = words.filter((word) => word.length > 1 && wanted.includes(word)).length;
    const edits = Math.min(...rotations(words).map((one) => distance(one, text)));
    return { student, distance: edits / text.length - shared / 2 };
  });
  return ranked
    .filter((one) => one.distance <= 0.4)
    .toSorted((a, b) => a.distance - b.distance)
    .slice(0, 2)
    .map(({ student }) => student);
}

/** The words of a name in each of its spellings in plain letters. */
function spellings(name: string): readonly (readonly string[])[] {
  const withoutNickname = name.replace(/\([^)]*\)|"[^"]*"/g, ' ');
  const texts = [name, ...(withoutNickname.trim() === '' ? [] : [withoutNickname])];
  return texts.flatMap((text) => {
    const small = text.normalize('NFKC').toLowerCase();
    return [wordsOf(small), wordsOf(small.replace(/[äöüåø]/g, (letter) => german[letter] ?? letter))];
  });
}

function wordsOf(name: string): readonly string[] {
  const plain = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[łøđðþßæœıħ]/g, (letter) => plainLetters[letter] ?? letter);
  return plain.split(/[\s,_-]+/u).flatMap((word) => word.replace(/[^\p{L}\p{N}]/gu, '') || []);
}

/** A name starting at each of its words, or at each character of a Chinese name without spaces. */
function rotations(words: readonly string[]): readonly string[] {
  const [only = ''] = words;
  const parts = words.length === 1 && /^\p{Script=Han}{2,4}$/u.test(only) ? [...only] : words;
  return parts.map((_, first) => [...parts.slice(first), ...parts.slice(0, first)].join(''));
}
