import { matchRoster, type Owners } from './matchRoster';
import type { Student } from './student';

/**
 * Who handed in a submission, by its name: the group where there is one, so that partners are one party, else the
 * student. What no one in the roster fits is not in it.
 */
export function partiesOf(
  students: readonly Student[],
  submissions: readonly string[],
  owners?: Owners,
): ReadonlyMap<string, string> {
  const { submissionOf, copies } = matchRoster(students, submissions, owners);
  const parties = new Map<string, string>();
  for (const { id, group } of students) {
    const own = [submissionOf.get(id), ...(copies.get(id) ?? [])];
    for (const submission of own)
      if (submission !== undefined) parties.set(submission, group === '' ? `student ${id}` : `group ${group}`);
  }
  return parties;
}
