import type { SubmissionResult } from '../../pipeline/report';
import type { Grade, GradeBook, Student } from '../roster';
import type { KeyEntry, Named } from './key';
import { anonymizeAssignment, nameRemover } from './nameRemover';

/** Results and grades with numbers instead of names. */
export interface Anonymous {
  readonly results: readonly SubmissionResult[];
  readonly book: GradeBook;
}

const doubt = 'the student, or the submission that counts, is uncertain';

/** Everything that needs a number. A submission of a single student has the student's. */
export function namedIn(results: readonly SubmissionResult[], { students, grades }: GradeBook): readonly Named[] {
  const owners = ownersOf(grades);
  const groups = new Set(students.map(({ group }) => group).filter((group) => group !== ''));
  return [
    ...students.map(({ id, name }) => ({ kind: 'student' as const, of: id, name })),
    ...results
      .filter(({ submission }) => owners.get(submission)?.length !== 1)
      .map(({ submission }) => ({ kind: 'submission' as const, of: submission, name: '' })),
    ...[...groups].map((group) => ({ kind: 'group' as const, of: group, name: '' })),
  ];
}

/** Replaces names with the key's numbers, and sorts everything by them. */
export function anonymize(results: readonly SubmissionResult[], book: GradeBook, key: readonly KeyEntry[]): Anonymous {
  const owners = ownersOf(book.grades);
  const numberOf = (kind: KeyEntry['kind'], of: string): string =>
    key.find((one) => one.kind === kind && one.of === of)?.number ?? '';
  const submissionNumber = (name: string): string => {
    const [only, ...others] = owners.get(name) ?? [];
    return only !== undefined && others.length === 0 ? numberOf('student', only.id) : numberOf('submission', name);
  };
  const studentOf = (student: Student): Student => ({
    id: numberOf('student', student.id),
    name: '',
    email: '',
    submittedAt: student.submittedAt,
    extendedUntil: student.extendedUntil,
    group: student.group === '' ? '' : numberOf('group', student.group),
    ...(student.times === undefined ? {} : { times: student.times }),
  });
  const { match } = book;
  const gradeOf = ({ student, submission, ...grade }: Grade): Grade => ({
    ...grade,
    student: student === undefined ? undefined : studentOf(student),
    submission: submission === undefined ? undefined : submissionNumber(submission),
    // Remarks on uncertain work contain names of other students.
    remarks:
      grade.status === 'undecided' || grade.status === 'unmatched'
        ? [doubt]
        : grade.remarks.map(
            nameRemover(
              student === undefined ? [] : [student],
              submission ?? '',
              student === undefined ? '…' : numberOf('student', student.id),
            ).inNames,
          ),
    assignments: grade.assignments.map((one) => ({
      ...one,
      // Reasons are free text for the student, and can contain names.
      overrides: one.overrides.map((override) => ({ ...override, id: '', reason: '–', by: '–' })),
      comments: [],
      ...(one.rubric && { rubric: one.rubric.map((criterion) => ({ ...criterion, comment: '', by: '' })) }),
    })),
  });
  const students = sorted(book.students.map(studentOf), ({ id }) => id);
  return {
    results: sorted(
      results.map(({ entry: _, contentHash: __, ...result }) => {
        const { submission } = result;
        const number = submissionNumber(submission);
        const remover = nameRemover(owners.get(submission) ?? [], submission, number);
        const assignments = result.assignments.map((one) => anonymizeAssignment(one, remover));
        return { ...result, submission: number, assignments };
      }),
      ({ submission }) => submission,
    ),
    book: {
      grades: sorted(book.grades.map(gradeOf), ({ student, submission }) => student?.id ?? submission ?? ''),
      students,
      match: {
        submissionOf: new Map(
          [...match.submissionOf].map(([id, name]) => [numberOf('student', id), submissionNumber(name)]),
        ),
        absent: sorted(match.absent.map(studentOf), ({ id }) => id),
        undecided: match.undecided.map(({ student }) => ({ student: studentOf(student), reason: doubt })),
        copies: new Map([...match.copies].map(([id, names]) => [numberOf('student', id), names.map(submissionNumber)])),
        unmatched: match.unmatched.map(({ submission }) => ({
          submission: submissionNumber(submission),
          reason: doubt,
        })),
      },
      staleOverrides: [],
    },
  };
}

function ownersOf(grades: readonly Grade[]): ReadonlyMap<string, readonly Student[]> {
  const owners = new Map<string, Student[]>();
  for (const { submission, student } of grades) {
    if (submission !== undefined && student !== undefined)
      owners.set(submission, [...(owners.get(submission) ?? []), student]);
  }
  return owners;
}

function sorted<T>(list: readonly T[], keyOf: (one: T) => string): readonly T[] {
  return list.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
}
