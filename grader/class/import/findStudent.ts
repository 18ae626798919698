import { indexBy, keyOf, type Student } from '../roster';
import { formsOf, nearestStudents, turnedForms } from './names';
import type { Person } from './types';

/** Who someone is in the roster, or why no one knows. */
export type FoundStudent =
  { readonly status: 'student'; readonly student: Student } | { readonly status: 'unknown'; readonly reason: string };

/** Finds a person of a platform in a roster. */
export type FindStudent = (person: Person) => FoundStudent;

/**
 * Finds people of a platform in the roster: by the id, the email, the platform's own number, the name. None of them may
 * speak against another: what contradicts itself is no one's, as is a name that fits two. A guess would give away
 * grades.
 */
export function findStudentIn(students: readonly Student[]): FindStudent {
  const index: Index = {
    students,
    ids: indexBy(students, ({ id }) => [keyOf(id)]),
    emails: indexBy(students, ({ email }) => [keyOf(email)]),
    numbers: indexBy(students, ({ accounts = [], id }) => [...accounts, id].map(keyOf)),
    names: indexBy(students, ({ name }) => turnedForms(name)),
    accounts: indexBy(students, ({ accounts = [], id }) => [...accounts, id].map((name) => name.toLowerCase())),
  };
  return (person) => findStudent(index, person);
}

type ByKey = ReadonlyMap<string, readonly Student[]>;

interface Index {
  readonly students: readonly Student[];
  readonly ids: ByKey;
  readonly emails: ByKey;
  readonly numbers: ByKey;
  /** By all forms of the names. */
  readonly names: ByKey;
  /** By user names as they are, in small letters. */
  readonly accounts: ByKey;
}

function findStudent(index: Index, { name, id, email, number, clone }: Person): FoundStudent {
  const { students } = index;
  const only = (key: string | undefined, owners: ByKey): Student | undefined => owners.get(keyOf(key ?? ''))?.[0];
  const called = [...new Set(formsOf(name).flatMap((form) => index.names.get(form) ?? []))];
  const claims = [
    { what: 'id', student: only(id, index.ids) },
    { what: 'email', student: only(email, index.emails) },
    { what: 'number', student: only(number, index.numbers) },
    { what: 'user name', student: ownerOfClone(index.accounts, clone) },
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
function ownerOfClone(accounts: ByKey, clone = ''): Student | undefined {
  const folder = clone.toLowerCase();
  const ends = [folder, ...[...folder.matchAll(/-/g)].map(({ index }) => folder.slice(index + 1))];
  return ends.flatMap((end) => accounts.get(end) ?? [])[0];
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
