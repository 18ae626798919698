import type { SubmissionResult } from '../../pipeline/report';
import { folderName } from '../import/folderName';
import type { Grade, GradeBook } from '../roster';

/** A page in `students/`, and whose result it shows. */
export interface Member {
  /** Its name: the submission's; of one of a group, their id as a file's name. */
  readonly page: string;
  readonly result: SubmissionResult;
  /** undefined for the page of a group as a whole. */
  readonly grade: Grade | undefined;
  /** Whether others share the submission. */
  readonly isShared: boolean;
}

export interface Members {
  /** All pages. */
  readonly pages: readonly Member[];
  /** One for each person; of a submission that is no one's, one for whoever it is. Copies that don't count are none. */
  readonly people: readonly Member[];
}

/** Who is shown: a page for each person, also where several share a submission. */
export function membersOf(results: readonly SubmissionResult[], book: GradeBook | undefined): Members {
  const taken = new Set(results.map(({ submission }) => submission.toLowerCase()));
  const copies = new Set([...(book?.match.copies.values() ?? [])].flat());
  const gradesOf = new Map<string, Grade[]>();
  for (const grade of book?.grades ?? []) {
    const { submission } = grade;
    if (submission !== undefined) gradesOf.set(submission, [...(gradesOf.get(submission) ?? []), grade]);
  }
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
    // Where the submission is called otherwise than all of its members, its own page is the group's.
    const isNamed = members.some(({ page }) => page === submission);
    pages.push(...members, ...(isNamed ? [] : [{ page: submission, result, grade: undefined, isShared: true }]));
  }
  return { pages, people };
}

function pageName(id: string, submission: string, taken: ReadonlySet<string>): string {
  return folderName(id, new Set()) === submission ? submission : folderName(id, taken);
}
