import { keyOf, type Student } from '../roster';
import { findStudentIn, type FindStudent } from './findStudent';
import type { Delivery } from './types';

/** A submission and its owners, in the roster's order. */
export interface MatchedDelivery {
  readonly delivery: Delivery;
  readonly members: readonly Student[];
  /** The group's name, from the roster or the platform; undefined for a student who works alone. */
  readonly team?: string | undefined;
}

export interface Matched {
  readonly matched: readonly MatchedDelivery[];
  readonly unmatched: readonly { readonly label: string; readonly reason: string }[];
  /** Remarks on matched submissions. */
  readonly remarks: readonly string[];
  readonly absent: readonly Student[];
}

/** Ids given by a person, by a submission's label or a name on the platform. */
export type Settled = ReadonlyMap<string, string>;

/** Finds the owners of each submission. Uncertain ones are unmatched. */
export function matchDeliveries(
  deliveries: readonly Delivery[],
  students: readonly Student[],
  settled: Settled = new Map(),
): Matched {
  const unmatched: { label: string; reason: string }[] = [];
  const remarks: string[] = [];
  const claims = new Map<Student, Delivery[]>();
  const teams = new Map<Delivery, string>();
  const findStudent = findStudentIn(students);
  for (const delivery of deliveries) {
    const owners = settledOwners(delivery, students, settled) ?? ownersOf(delivery, students, findStudent);
    const team = teamOf(owners.students) ?? owners.team;
    if (team !== undefined) teams.set(delivery, team);
    if (owners.students.length === 0)
      unmatched.push({ label: delivery.label, reason: owners.reasons[0] ?? 'it names no one' });
    else remarks.push(...owners.reasons.map((reason) => `${delivery.label}: ${reason}`));
    for (const student of owners.students) claims.set(student, [...(claims.get(student) ?? []), delivery]);
  }
  const membersOf = new Map<Delivery, Student[]>();
  const refused = new Map<Delivery, string>();
  for (const student of students) {
    const own = claims.get(student) ?? [];
    const newest = newestOf(own);
    if (own.length === 0) continue;
    if (newest === undefined) {
      const reason = `${own.map(({ label }) => label).join(' and ')} match the same student, ${student.name} (${student.id}); place the right one by hand`;
      for (const one of own) refused.set(one, reason);
      continue;
    }
    if (own.length > 1)
      remarks.push(`${student.id}: took ${newest.label}, the newest of ${own.map(({ label }) => label).join(' and ')}`);
    membersOf.set(newest, [...(membersOf.get(newest) ?? []), student]);
  }
  for (const [{ label }, reason] of [...refused].filter(([one]) => !membersOf.has(one)))
    unmatched.push({ label, reason });
  const present = new Set([...membersOf.values()].flat());
  return {
    matched: [...membersOf].map(([delivery, members]) => ({ delivery, members, team: teams.get(delivery) })),
    unmatched,
    remarks,
    absent: students.filter((student) => !present.has(student)),
  };
}

function settledOwners(
  { label, people }: Delivery,
  students: readonly Student[],
  settled: Settled,
): Owners | undefined {
  const ids = [label, ...people.map(({ name }) => name)].flatMap((name) => settled.get(keyOf(name)) ?? []);
  const found = students.filter(({ id }) => ids.includes(id));
  return found.length === 0 ? undefined : { students: found, reasons: [] };
}

interface Owners {
  readonly students: readonly Student[];
  readonly reasons: readonly string[];
  /** The group's name on the platform. */
  readonly team?: string | undefined;
}

/** The roster's group that all students are in. */
function teamOf([first, ...others]: readonly Student[]): string | undefined {
  const group = first?.group ?? '';
  return group !== '' && others.every((other) => other.group === group) ? group : undefined;
}

function ownersOf({ people, label }: Delivery, students: readonly Student[], findStudent: FindStudent): Owners {
  const found = people.map((person) => ({ person, answer: findStudent(person) }));
  const known = new Set(found.flatMap(({ answer }) => (answer.status === 'student' ? [answer.student] : [])));
  const reasons = found.flatMap(({ person, answer }) =>
    answer.status === 'unknown'
      ? [label.startsWith(person.name) ? answer.reason : `${person.name}: ${answer.reason}`]
      : [],
  );
  const [first] = people;
  if (known.size === 0 && people.length === 1 && first !== undefined) {
    // The platform may give the group's name instead of a person's.
    const group = students.filter(
      (student) => student.group !== '' && groupKey(student.group) === groupKey(first.name),
    );
    if (group.length > 0) return { students: group, reasons: [] };
    const member = memberIn(first.name, findStudent);
    if (member !== undefined) return { students: [member.student], reasons: [], team: member.team };
  }
  return { students: students.filter((student) => known.has(student)), reasons };
}

/**
 * Splits a name such as `Team A-Jane Doe`: Moodle before 4.1 writes one for each member of a team, with `Default group`,
 * in its language, for a student without a team.
 */
function memberIn(
  name: string,
  findStudent: FindStudent,
): { readonly student: Student; readonly team: string } | undefined {
  const cuts = [...name.matchAll(/-/g)].map(({ index }) => index);
  const found = cuts.flatMap((cut) => {
    const answer = findStudent({ name: name.slice(cut + 1) });
    if (answer.status !== 'student') return [];
    const team = name.slice(0, cut);
    const { student } = answer;
    return student.group === '' || groupKey(student.group) === groupKey(team) ? [{ student, team }] : [];
  });
  return new Set(found.map(({ student }) => student)).size === 1 ? found[0] : undefined;
}

function groupKey(name: string): string {
  return keyOf(name).replace(/[^\p{L}\p{N}]/gu, '');
}

/** undefined if there is none, or the times are unknown. */
function newestOf(deliveries: readonly Delivery[]): Delivery | undefined {
  if (deliveries.length < 2) return deliveries[0];
  if (deliveries.some(({ submittedAt }) => submittedAt === undefined)) return undefined;
  return deliveries.toSorted((a, b) => Number(b.submittedAt) - Number(a.submittedAt))[0];
}
