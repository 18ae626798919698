import { distance } from 'fastest-levenshtein';
import { plainLetters, type Student } from '../roster';

/** As German writes them without dots. */
const german: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', å: 'aa', ø: 'oe' };

/** All forms that a roster's name may have on a platform: first name first or last, without what {@link formsOf} drops. */
export function turnedForms(name: string): readonly string[] {
  return spellings(name).flatMap(rotations);
}

/** A name without accents, signs, spaces and nicknames, in each way that it may be spelt. */
export function formsOf(name: string): readonly string[] {
  return spellings(name).map((words) => words.join(''));
}

/** Those of the roster whose names are nearest, for a person to choose from. */
export function nearestStudents(students: readonly Student[], name: string): readonly Student[] {
  const [wanted = []] = spellings(name);
  const text = wanted.join('');
  if (text === '') return [];
  const ranked = students.map((student) => {
    const [words = []] = spellings(student.name);
    const shared = words.filter((word) => word.length > 1 && wanted.includes(word)).length;
    const far = Math.min(...rotations(words).map((one) => distance(one, text)));
    return { student, far: far / Math.max(text.length, 1) - shared / 2 };
  });
  return ranked
    .filter(({ far }) => far <= 0.4)
    .toSorted((a, b) => a.far - b.far)
    .slice(0, 2)
    .map(({ student }) => student);
}

/** The words of a name in each way that it may be spelt in plain letters. */
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

/** A name begun at each of its words; of one in Chinese characters, which needs no spaces, at each of these. */
function rotations(words: readonly string[]): readonly string[] {
  const [only = ''] = words;
  const parts = words.length === 1 && /^\p{Script=Han}{2,4}$/u.test(only) ? [...only] : words;
  return parts.map((_, first) => [...parts.slice(first), ...parts.slice(0, first)].join(''));
}
