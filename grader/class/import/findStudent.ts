import { indexBy, keyOf, type Student } from '../roster';
import { formsOf, nearestStudents, rotatedForms } from './names';
import type { Person } from './types';

/** The student that a platform's person is, or why it is unknown. */
export type FoundStudent =
  { readonly status: 'student'; readonly student: Student } | { readonly status: 'unknown'; readonly reason: string };

export type FindStudent = (person: Person) => FoundStudent;

/**
 * Finds a platform's people in the roster by id, email, the platform's number, and name. A person with contradicting
 * fields, or with the name of two students, is unknown: a guess would show someone another student's grade.
 */
export function findStudentIn(students: readonly Student[]): FindStudent {
  const index: Index = {
    students,
    ids: indexBy(students, ({ id }) => [keyOf(id)]),
    emails: indexBy(students, ({ email }) => [keyOf(email)]),
    numbers: indexBy(students, ({ accounts = [], id }) => [...accounts, id].map(keyOf)),
    names: indexBy(students, ({ name }) => rotatedForms(name)),
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
  /** By all spellings of the names. */
  readonly names: ByKey;
  /** By user names in lower case. */
  readonly accounts: ByKey;
}

function findStudent(index: Index, { name, id, email, number, clone }: Person): FoundStudent {
  const { students } = index;
  const first = (key: string | undefined, owners: ByKey): Student | undefined => owners.get(keyOf(key ?? ''))?.[0];
  const namesakes = [...new Set(formsOf(name).flatMap((form) => index.names.get(form) ?? []))];
  const numbered = first(number, index.numbers);
  const isAccount = numbered?.accounts?.includes(number ?? '') === true;
  const [namesake] = namesakes;
  // A number can be a student's id by chance: then the name decides.
  const isChance = !isAccount && namesake !== undefined && !namesakes.some((one) => one === numbered);
  const claims = [
    { what: 'id', student: first(id, index.ids) },
    { what: 'email', student: first(email, index.emails) },
    { what: 'number', student: isChance ? undefined : numbered },
    { what: 'user name', student: ownerOfClone(index.accounts, clone) },
  ].flatMap(({ what, student }) => (student === undefined ? [] : [{ what, student }]));
  const [claim, ...others] = claims;
  if (claim !== undefined) {
    const conflicting = others.find(({ student }) => student !== claim.student);
    if (conflicting !== undefined) return contradiction(claim, conflicting);
    const isSure = claim.what !== 'number' || isAccount;
    if (namesakes.includes(claim.student) || (namesake === undefined && isSure))
      return { status: 'student', student: claim.student };
    return namesake === undefined
      ? unknown(`its number is the id of ${claim.student.name}, but the name differs${nearest(students, name)}`)
      : contradiction(claim, { what: 'name', student: namesake });
  }
  if (clone !== undefined) return unknown(`its name ends with no user name or id of the roster; ${assign}`);
  if (namesake === undefined) return unknown(`${notFound(id, email)}${nearest(students, name)}`);
  if (namesakes.length === 1) return { status: 'student', student: namesake };
  const names = namesakes.map((one) => `${one.name} (${one.id})`).join(' and ');
  return unknown(`it matches ${namesakes.length} students, ${names}; ${assign}`);
}

const assign = 'assign it with --map';

/** Finds the longest user name at the end: `losses-jane-doe` is jane-doe's, even if there is a doe. */
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
  return unknown(`${who(one)}, but ${who(other)}; ${assign}`);
}

function nearest(students: readonly Student[], name: string): string {
  const near = nearestStudents(students, name).map((student) => `${student.name} (${student.id})`);
  return near.length === 0 ? '' : `; nearest: ${near.join(', ')}; ${assign}`;
}

function notFound(id: string | undefined, email: string | undefined): string {
  const fields = ['name', ...(email === undefined ? [] : ['email']), ...(id === undefined ? [] : ['id'])];
  return `no one in the roster has this ${fields.join(' or ')}`;
}

function unknown(reason: string): FoundStudent {
  return { status: 'unknown', reason };
}
