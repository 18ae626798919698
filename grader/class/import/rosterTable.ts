import type { Student, Times } from '../roster';
import { writeTable } from '../../files';
import type { MatchedDelivery } from './matchDeliveries';

export interface RosterNews {
  readonly matched: readonly MatchedDelivery[];
  /** Groups that the platform knows and the roster doesn't, by the member's id. */
  readonly groups: ReadonlyMap<string, string>;
  /** Where late marks are from. */
  readonly platform: string;
  /** The assignment that the times are of; undefined where it is not said. */
  readonly assignment?: string | undefined;
}

/**
 * The roster with what the platform says. Where it says nothing, what stood there stays; files' own times say
 * nothing.
 */
export function rosterTable(students: readonly Student[], news: RosterNews): string {
  const told = students.map((student) => withNews(student, news));
  const assignments = [...new Set(told.flatMap(({ times }) => [...(times?.keys() ?? [])]))].toSorted();
  const hasMarks = told.some(({ markedLate }) => markedLate !== undefined);
  const hasAccounts = told.some(({ accounts = [] }) => accounts.length > 0);
  const hasSections = told.some(({ section }) => section !== undefined);
  const hasSlipDays = told.some(({ slipDays }) => slipDays !== undefined);
  const columns: readonly (readonly [string, (student: Student) => string | number | undefined])[] = [
    ['name', ({ name }) => name],
    ['id', ({ id }) => id],
    ['email', ({ email }) => email],
    ['submittedAt', ({ submittedAt }) => submittedAt?.toISOString()],
    ['extendedUntil', ({ extendedUntil }) => extendedUntil?.toISOString()],
    ['group', ({ group }) => group],
    ...(hasSections ? [['section', ({ section }: Student) => section] as const] : []),
    // The next download is matched by them too.
    ...(hasAccounts ? [['account', ({ accounts }: Student) => accounts?.join('; ')] as const] : []),
    ...(hasMarks ? [['late', ({ markedLate }: Student) => markedLate] as const] : []),
    ...(hasSlipDays ? [['slipDays', ({ slipDays }: Student) => slipDays] as const] : []),
    ...assignments.flatMap((id) => timeColumns(id, told)),
  ];
  // For programs: an id is what it is, also where a spreadsheet would take it for a formula.
  return writeTable(
    columns.map(([name]) => name),
    told.map((student) => columns.map(([, value]) => value(student))),
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

function withNews(student: Student, { matched, groups, platform, assignment }: RosterNews): Student {
  const own = matched.find(({ members }) => members.includes(student))?.delivery;
  const group = groups.get(student.id) ?? student.group;
  if (own === undefined) return { ...student, group };
  const mark = own.isLate ? { markedLate: platform } : {};
  const time = own.submittedAt === undefined ? {} : { submittedAt: own.submittedAt };
  if (assignment === undefined) {
    // A mark of an earlier download is of another assignment.
    const { markedLate: _, ...rest } = student;
    return { ...rest, ...time, ...mark, group };
  }
  const before = student.times?.get(assignment);
  const times = new Map([...(student.times ?? []), [assignment, { ...before, ...time, ...mark }]]);
  return { ...student, times, group };
}
