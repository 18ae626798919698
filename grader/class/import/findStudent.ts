import { keyOf, type Student } from '../roster';
import type { Person } from './types';

/** Who somebody is in the roster, or why nobody knows. */
export type FoundStudent =
  { readonly status: 'student'; readonly student: Student } | { readonly status: 'unknown'; readonly reason: string };

/**
 * Finds a person of a platform in the roster: by the id, by the email, by the name. A name that fits two is told apart by the platform's
 * number, if the roster has that as an id, and by nothing else: a guess would give away grades.
 */
export function findStudent(students: readonly Student[], { name, id, email, number }: Person): FoundStudent {
  const byId = id === undefined ? undefined : students.find((student) => keyOf(student.id) === keyOf(id));
  if (byId !== undefined) return { status: 'student', student: byId };
  const byEmail = email === undefined ? undefined : students.find((student) => keyOf(student.email) === keyOf(email));
  if (byEmail !== undefined) return { status: 'student', student: byEmail };
  const byNumber = number === undefined ? undefined : students.find((student) => keyOf(student.id) === keyOf(number));
  const called = students.filter((student) => isCalled(student.name, name));
  const [only] = called;
  if (only === undefined)
    return unknown(byNumber === undefined ? noName(id, email) : `its number is the id of ${byNumber.name}, but the name isn't`);
  if (byNumber !== undefined && called.includes(byNumber)) return { status: 'student', student: byNumber };
  if (called.length > 1) {
    return unknown(
      `${called.length} students of the roster can be meant, ${called.map((one) => `${one.name} (${one.id})`).join(' and ')}; rename or place it by hand`,
    );
  }
  if (byNumber !== undefined) return unknown(`its name is ${only.name}'s, but its number is the id of ${byNumber.name}`);
  return { status: 'student', student: only };
}

/** Whether a platform's form of a name is that of the roster: first name first or last, without accents, signs and spaces. */
export function isCalled(inRoster: string, onPlatform: string): boolean {
  const words = wordsOf(inRoster);
  const wanted = wordsOf(onPlatform).join('');
  return wanted !== '' && words.some((_, first) => [...words.slice(first), ...words.slice(0, first)].join('') === wanted);
}

function wordsOf(name: string): readonly string[] {
  const plain = name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  return plain.split(/[\s,_]+/u).flatMap((word) => word.replace(/[^\p{L}\p{N}]/gu, '') || []);
}

function noName(id: string | undefined, email: string | undefined): string {
  const things = ['name', ...(email === undefined ? [] : ['email']), ...(id === undefined ? [] : ['id'])];
  return `nobody in the roster has this ${things.join(' or ')}`;
}

function unknown(reason: string): FoundStudent {
  return { status: 'unknown', reason };
}
