import { keyOf, type Student } from './student';

/** Ids of those whose a submission is, by its name. */
export type Owners = ReadonlyMap<string, readonly string[]>;

/** Whose work a submission is. */
export interface RosterMatch {
  /** Name of the submission of each student who has one, by the student's id. */
  readonly submissionOf: ReadonlyMap<string, string>;
  readonly absent: readonly Student[];
  /** Submissions that belong to no one for certain, and why. */
  readonly unmatched: readonly { readonly submission: string; readonly reason: string }[];
}

/**
 * Finds whose each submission is: what the import says of it; else its name is a student's id, else an email, else a
 * full name, else a group's name. Whoever has none of their own shares that of their group. What fits two students fits
 * no one: a guess would give away grades.
 *
 * @param owners - ids of those whose a submission is, by its name, as an import has found out
 */
export function matchRoster(
  students: readonly Student[],
  submissions: readonly string[],
  owners: Owners = new Map(),
): RosterMatch {
  const submissionOf = new Map<string, string>();
  const unmatched: { submission: string; reason: string }[] = [];
  const groups = new Map<string, string>();
  const claims = new Map<string, string[]>();
  const byId = new Map(students.map((student) => [student.id, student]));
  for (const submission of submissions) {
    const known = (owners.get(submission) ?? []).filter((id) => byId.has(id));
    for (const id of known) claims.set(id, [...(claims.get(id) ?? []), submission]);
    if (known.length > 0) continue;
    const found = find(students, submission);
    if (found === undefined)
      unmatched.push({ submission, reason: 'no id, email, name or group of the roster is called that' });
    else if (found.by === 'group') groups.set(keyOf(found.owner.group), submission);
    else if (found.isAmbiguous)
      unmatched.push({ submission, reason: `two students are called ${submission}; rename it to one's id` });
    else claims.set(found.owner.id, [...(claims.get(found.owner.id) ?? []), submission]);
  }
  for (const [id, names] of claims) {
    const [only] = names;
    if (names.length === 1 && only !== undefined) submissionOf.set(id, only);
    else
      for (const submission of names)
        unmatched.push({ submission, reason: `${names.join(' and ')} are both of ${id}; keep one` });
  }
  shareInGroups(students, submissionOf, groups);
  return { submissionOf, absent: students.filter(({ id }) => !submissionOf.has(id)), unmatched };
}

interface Found {
  readonly by: 'person' | 'group';
  readonly owner: Student;
  readonly isAmbiguous: boolean;
}

function find(students: readonly Student[], submission: string): Found | undefined {
  const key = keyOf(submission);
  for (const field of ['id', 'email', 'name', 'group'] as const) {
    const matches = students.filter((student) => student[field] !== '' && keyOf(student[field]) === key);
    const [owner] = matches;
    if (owner !== undefined)
      return { by: field === 'group' ? 'group' : 'person', owner, isAmbiguous: matches.length > 1 };
  }
  return undefined;
}

/**
 * One hand-in counts for all of a group; where its members handed in different ones, each keeps their own and no one
 * gets another's.
 */
function shareInGroups(
  students: readonly Student[],
  submissionOf: Map<string, string>,
  groups: ReadonlyMap<string, string>,
): void {
  const ofMembers = new Map<string, Set<string>>();
  for (const { id, group } of students) {
    const own = submissionOf.get(id);
    if (group === '' || own === undefined) continue;
    const key = keyOf(group);
    ofMembers.set(key, (ofMembers.get(key) ?? new Set()).add(own));
  }
  for (const { id, group } of students) {
    if (group === '' || submissionOf.has(id)) continue;
    const key = keyOf(group);
    const members = [...(ofMembers.get(key) ?? [])];
    const shared = groups.get(key) ?? (members.length === 1 ? members[0] : undefined);
    if (shared !== undefined) submissionOf.set(id, shared);
  }
}
