import { indexBy } from './indexBy';
import { keyOf, type Student } from './student';

/** Ids of the students who own each submission, or the name that it could not keep; by its name in results. */
export type Owners = ReadonlyMap<string, readonly string[]>;

/** Content hashes of graded submissions, by name: of two identical ones it does not matter which counts. */
export type Contents = ReadonlyMap<string, string>;

/** Which submission belongs to which student. */
export interface RosterMatch {
  /** Names of submissions, by the student's id. */
  readonly submissionOf: ReadonlyMap<string, string>;
  readonly absent: readonly Student[];
  /** Students with work, but it is uncertain which counts: they are not absent. */
  readonly undecided: readonly { readonly student: Student; readonly reason: string }[];
  /** Submissions identical to the one that counts, by the student's id. */
  readonly copies: ReadonlyMap<string, readonly string[]>;
  /** Submissions without a certain owner, and why. */
  readonly unmatched: readonly { readonly submission: string; readonly reason: string }[];
}

/**
 * Finds the owner of each submission: those that the import found; else its name is a student's id, else an email, else
 * a full name, else a group's name. A student without a submission shares the group's. A name that fits two students
 * matches no one: a guess would show someone another student's grade.
 *
 * @param owners - the owners that an import found
 */
export function matchRoster(
  students: readonly Student[],
  submissions: readonly string[],
  owners: Owners = new Map(),
  contents: Contents = new Map(),
): RosterMatch {
  const { claims, groups, unmatched, undecided } = claimsOf(students, submissions, owners);
  const submissionOf = new Map<string, string>();
  const copies = new Map<string, readonly string[]>();
  const isSame = ([first = '', ...others]: readonly string[]): boolean =>
    others.every((name) => contents.has(first) && contents.get(name) === contents.get(first));
  for (const [id, names] of claims) {
    const [first = '', ...others] = names.toSorted();
    if (isSame(names)) {
      submissionOf.set(id, first);
      if (others.length > 0) copies.set(id, others);
      continue;
    }
    const reason = `${names.join(' and ')} belong to ${id}; keep one`;
    undecided.set(id, reason);
    for (const submission of names) unmatched.push({ submission, reason });
  }
  const ofGroups = new Map<string, string>();
  for (const [group, names] of groups) {
    const [first = '', ...others] = names.toSorted();
    const open = students.filter(
      (one) => keyOf(one.group) === group && !submissionOf.has(one.id) && !undecided.has(one.id),
    );
    if (isSame(names)) {
      ofGroups.set(group, first);
      if (others.length > 0) for (const { id } of open) copies.set(id, others);
      continue;
    }
    const reason = `${names.join(' and ')} belong to one group; keep one`;
    for (const submission of names) unmatched.push({ submission, reason });
    for (const { id } of open) undecided.set(id, reason);
  }
  shareInGroups(students, { submissionOf, groups: ofGroups, undecided });
  const isUnplaced = ({ id }: Student): boolean => !submissionOf.has(id);
  return {
    submissionOf,
    absent: students.filter((student) => isUnplaced(student) && !undecided.has(student.id)),
    undecided: students.filter(isUnplaced).flatMap((student) => {
      const reason = undecided.get(student.id);
      return reason === undefined ? [] : [{ student, reason }];
    }),
    copies,
    unmatched,
  };
}

interface Claims {
  /** Names of submissions, by the student's id. */
  readonly claims: Map<string, string[]>;
  /** Names of submissions, by the group's key. */
  readonly groups: Map<string, string[]>;
  readonly unmatched: { submission: string; reason: string }[];
  /** Reasons, by the student's id. */
  readonly undecided: Map<string, string>;
}

function claimsOf(students: readonly Student[], submissions: readonly string[], owners: Owners): Claims {
  const found: Claims = { claims: new Map(), groups: new Map(), unmatched: [], undecided: new Map() };
  const { claims, groups, unmatched, undecided } = found;
  const claim = (id: string, submission: string): void => {
    claims.set(id, [...(claims.get(id) ?? []), submission]);
  };
  const byId = new Map(students.map((student) => [student.id, student]));
  const find = finderIn(students);
  for (const submission of submissions) {
    const known = (owners.get(submission) ?? []).filter((id) => byId.has(id));
    for (const id of known) claim(id, submission);
    if (known.length > 0) continue;
    const names = [submission, ...(owners.get(submission) ?? [])];
    const match = names.map(find).find((found) => found !== undefined);
    const [owner] = match?.owners ?? [];
    if (match === undefined || owner === undefined)
      unmatched.push({ submission, reason: 'matches no id, email, name or group in the roster' });
    else if (match.by === 'group') {
      const group = keyOf(owner.group);
      groups.set(group, [...(groups.get(group) ?? []), submission]);
    } else if (match.owners.length > 1) {
      const reason = `two students are called ${submission}; rename the submission to a student's id`;
      unmatched.push({ submission, reason });
      for (const { id } of match.owners) undecided.set(id, reason);
    } else claim(owner.id, submission);
  }
  return found;
}

interface Found {
  readonly by: 'person' | 'group';
  /** The members, for a group. */
  readonly owners: readonly Student[];
}

function finderIn(students: readonly Student[]): (submission: string) => Found | undefined {
  const fields = (['id', 'email', 'name', 'group'] as const).map((field) => ({
    by: field === 'group' ? ('group' as const) : ('person' as const),
    owners: indexBy(students, (student) => [keyOf(student[field])]),
  }));
  return (submission) => {
    const key = keyOf(submission);
    const field = fields.find(({ owners }) => owners.has(key));
    return field === undefined ? undefined : { by: field.by, owners: field.owners.get(key) ?? [] };
  };
}

interface Sharing {
  readonly submissionOf: Map<string, string>;
  readonly groups: ReadonlyMap<string, string>;
  readonly undecided: Map<string, string>;
}

/** One submission counts for the whole group. If members handed in different ones, each keeps their own. */
function shareInGroups(students: readonly Student[], { submissionOf, groups, undecided }: Sharing): void {
  const ofMembers = new Map<string, Set<string>>();
  const reasons = new Map<string, string>();
  for (const { id, group } of students) {
    if (group === '') continue;
    const key = keyOf(group);
    const own = submissionOf.get(id);
    const reason = undecided.get(id);
    if (reason !== undefined) reasons.set(key, reason);
    if (own !== undefined) ofMembers.set(key, (ofMembers.get(key) ?? new Set()).add(own));
  }
  for (const { id, group } of students) {
    if (group === '' || submissionOf.has(id) || undecided.has(id)) continue;
    const key = keyOf(group);
    const members = [...(ofMembers.get(key) ?? [])];
    const reason = reasons.get(key) ?? `${members.join(' and ')} belong to group ${group}`;
    const shared = groups.get(key) ?? (members.length === 1 && !reasons.has(key) ? members[0] : undefined);
    if (shared !== undefined) submissionOf.set(id, shared);
    else if (members.length > 1 || reasons.has(key)) undecided.set(id, reason);
  }
}
