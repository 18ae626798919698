import type { Student, Times } from '../roster';
import { writeTable } from '../../files';
import type { MatchedDelivery } from './matchDeliveries';

export interface RosterUpdate {
  readonly matched: readonly MatchedDelivery[];
  /** Groups that only the platform knows, by the member's id. */
  readonly groups: ReadonlyMap<string, string>;
  /** The source of the late marks. */
  readonly platform: string;
  /** The assignment of the times and marks; undefined if unknown. */
  readonly assignment?: string | undefined;
}

/** The roster with the platform's times, late marks and groups. Other fields stay; files' own times are not used. */
export function rosterTable(students: readonly Student[], update: RosterUpdate): string {
  const updated = students.map((student) => updateStudent(student, update));
  const assignments = [...new Set(updated.flatMap(({ times }) => [...(times?.keys() ?? [])]))].toSorted();
  const hasMarks = updated.some(({ markedLate }) => markedLate !== undefined);
  const hasAccounts = updated.some(({ accounts = [] }) => accounts.length > 0);
  const hasSections = updated.some(({ section }) => section !== undefined);
  const hasSlipDays = updated.some(({ slipDays }) => slipDays !== undefined);
  const columns: readonly (readonly [string, (student: Student) => string | number | undefined])[] = [
    ['name', ({ name }) => name],
    ['id', ({ id }) => id],
    ['email', ({ email }) => email],
    ['submittedAt', ({ submittedAt }) => submittedAt?.toISOString()],
    ['extendedUntil', ({ extendedUntil }) => extendedUntil?.toISOString()],
    ['group', ({ group }) => group],
    ...(hasSections ? [['section', ({ section }: Student) => section] as const] : []),
    // The next import matches by them too.
    ...(hasAccounts ? [['account', ({ accounts }: Student) => accounts?.join('; ')] as const] : []),
    ...(hasMarks ? [['late', ({ markedLate }: Student) => markedLate] as const] : []),
    ...(hasSlipDays ? [['slipDays', ({ slipDays }: Student) => slipDays] as const] : []),
    ...assignments.flatMap((id) => timeColumns(id, updated)),
  ];
  // For programs, so ids that look like formulas are not escaped.
  return writeTable(
    columns.map(([name]) => name),
    updated.map((student) => columns.map(([, value]) => value(student))),
    { plain: true },
  );
}

function timeColumns(
  id: string,
  students: readonly Student[],
): readonly (readonly [string, (student: Student) => string | undefined])[] {
  const of = (student: Student): Times => student.times?.get(id) ?? {};
  const all = [
    [`submittedAt:${id}`, (student: Student) => of(student).submittedAt?.toISOString()],
    [`extendedUntil:${id}`, (student: Student) => of(student).extendedUntil?.toISOString()],
    [`late:${id}`, (student: Student) => of(student).markedLate],
  ] as const;
  return all.filter(([, value]) => students.some((student) => value(student) !== undefined));
}

function updateStudent(student: Student, { matched, groups, platform, assignment }: RosterUpdate): Student {
  const own = matched.find(({ members }) => members.includes(student))?.delivery;
  const group = groups.get(student.id) ?? student.group;
  if (own === undefined) return { ...student, group };
  const mark = own.isLate ? { markedLate: platform } : {};
  const time = own.submittedAt === undefined ? {} : { submittedAt: own.submittedAt };
  if (assignment === undefined) {
    // A mark from an earlier download is for another assignment.
    const { markedLate: _, ...rest } = student;
    return { ...rest, ...time, ...mark, group };
  }
  const before = student.times?.get(assignment);
  const times = new Map([...(student.times ?? []), [assignment, { ...before, ...time, ...mark }]]);
  return { ...student, times, group };
}
