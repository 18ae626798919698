import type { SubmissionResult } from '../../pipeline/report';
import { folderName } from '../import/folderName';
import { indexBy, type Grade, type GradeBook } from '../roster';

/** A page in `students/` and its result. */
export interface Member {
  /** Its file name: the submission's name, or the ID of a group member. */
  readonly page: string;
  readonly result: SubmissionResult;
  /** undefined for a whole group's page. */
  readonly grade: Grade | undefined;
  /** Whether others share the submission. */
  readonly isShared: boolean;
}

export interface Members {
  readonly pages: readonly Member[];
  /** One for each person, known or not; copies that don't count are left out. */
  readonly people: readonly Member[];
}

/** Lists a page for each person, also for each member of a group. */
export function membersOf(results: readonly SubmissionResult[], book: GradeBook | undefined): Members {
  const taken = new Set(results.map(({ submission }) => submission.toLowerCase()));
  const copies = new Set([...(book?.match.copies.values() ?? [])].flat());
  const gradesOf = indexBy(book?.grades ?? [], ({ submission }) => [submission ?? '']);
  const pages: Member[] = [];
  const people: Member[] = [];
  for (const result of results) {
    const { submission } = result;
    const grades = gradesOf.get(submission) ?? [];
    if (grades.length < 2) {
      const member = { page: submission, result, grade: grades[0], isShared: false };
      pages.push(member);
      if (!copies.has(submission)) people.push(member);
      continue;
    }
    const members = grades.map((grade) => {
      const page = pageName(grade.student?.id ?? submission, submission, taken);
      taken.add(page.toLowerCase());
      return { page, result, grade, isShared: true };
    });
    people.push(...members);
    // Unless a member has the submission's name, the group has a page under that name.
    const isNamed = members.some(({ page }) => page === submission);
    pages.push(...members, ...(isNamed ? [] : [{ page: submission, result, grade: undefined, isShared: true }]));
  }
  return { pages, people };
}

function pageName(id: string, submission: string, taken: ReadonlySet<string>): string {
  return folderName(id, new Set()) === submission ? submission : folderName(id, taken);
}
