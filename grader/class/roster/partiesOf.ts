import { matchRoster, type Owners } from './matchRoster';
import type { Student } from './student';

/** The group of each submission, else its student, by the submission's name. Unmatched submissions are left out. */
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
