import { keyOf, type Student } from '../roster';
import { isCalled, nearestStudents } from './names';
import type { Person } from './types';

/** Who someone is in the roster, or why no one knows. */
export type FoundStudent =
  { readonly status: 'student'; readonly student: Student } | { readonly status: 'unknown'; readonly reason: string };

/**
 * Finds a person of a platform in the roster: by the id, the email, the platform's own number, the name. None of them
 * may speak against another: what contradicts itself is no one's, as is a name that fits two. A guess would give away
 * grades.
 */
export function findStudent(students: readonly Student[], { name, id, email, number, clone }: Person): FoundStudent {
  const only = (key: string | undefined, valuesOf: (student: Student) => readonly string[]): Student | undefined =>
    key === undefined || keyOf(key) === ''
      ? undefined
      : students.find((student) => valuesOf(student).some((one) => keyOf(one) === keyOf(key)));
  const called = students.filter((student) => isCalled(student.name, name));
  const claims = [
    { what: 'id', student: only(id, (one) => [one.id]) },
    { what: 'email', student: only(email, (one) => [one.email]) },
    { what: 'number', student: only(number, (one) => [...(one.accounts ?? []), one.id]) },
    { what: 'user name', student: ownerOfClone(students, clone) },
  ].flatMap(({ what, student }) => (student === undefined ? [] : [{ what, student }]));
  const [first, ...others] = claims;
  const against = others.find(({ student }) => student !== first?.student);
  if (first !== undefined && against !== undefined) return contradiction(first, against);
  if (first !== undefined) {
    // A number may be anyone's id by chance, so that the name has to say the same.
    const isSure = first.what !== 'number' || first.student.accounts?.includes(number ?? '') === true;
    if (called.includes(first.student) || (called.length === 0 && isSure))
      return { status: 'student', student: first.student };
    const [other] = called;
    return other === undefined
      ? unknown(`its number is the id of ${first.student.name}, but the name isn't${nearest(students, name)}`)
      : contradiction(first, { what: 'name', student: other });
  }
  const [match] = called;
  if (clone !== undefined) return unknown('no user name or id of the roster ends it; say whose it is with --map');
  if (match === undefined) return unknown(`${noName(id, email)}${nearest(students, name)}`);
  if (called.length === 1) return { status: 'student', student: match };
  const names = called.map((one) => `${one.name} (${one.id})`).join(' and ');
  return unknown(`${called.length} students of the roster can be meant, ${names}; say which with --map`);
}

/** `losses-jane-doe` is jane-doe's, even if there is a doe. */
function ownerOfClone(students: readonly Student[], clone: string | undefined): Student | undefined {
  if (clone === undefined) return undefined;
  const folder = clone.toLowerCase();
  const ends = students.flatMap((student) =>
    [...(student.accounts ?? []), student.id]
      .map((name) => name.toLowerCase())
      .filter((name) => folder === name || folder.endsWith(`-${name}`))
      .map((name) => ({ student, length: name.length })),
  );
  return ends.toSorted((a, b) => b.length - a.length)[0]?.student;
}

interface Claim {
  readonly what: string;
  readonly student: Student;
}

function contradiction(one: Claim, other: Claim): FoundStudent {
  const who = ({ what, student }: Claim): string => `its ${what} is ${student.name}'s (${student.id})`;
  return unknown(`${who(one)}, but ${who(other)}; say whose it is with --map`);
}

function nearest(students: readonly Student[], name: string): string {
  const near = nearestStudents(students, name).map((student) => `${student.name} (${student.id})`);
  return near.length === 0 ? '' : `; nearest: ${near.join(', ')}; say whose it is with --map`;
}

function noName(id: string | undefined, email: string | undefined): string {
  const things = ['name', ...(email === undefined ? [] : ['email']), ...(id === undefined ? [] : ['id'])];
  return `no one in the roster has this ${things.join(' or ')}`;
}

function unknown(reason: string): FoundStudent {
  return { status: 'unknown', reason };
}
