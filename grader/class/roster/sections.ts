import type { Judging } from './judging';
import { keyOf } from './student';

/** The course as a section has it: its own due dates, where it has some, in the place of everyone's. */
export function scheduleOf<Course extends Pick<Judging, 'schedule'>>(
  course: Course,
  section: string | undefined,
): Course {
  if (section === undefined) return course;
  const schedule = course.schedule.map((one) => ({ ...one, due: dueOf(one.dueBySection, section) ?? one.due }));
  return { ...course, schedule };
}

/** Sections of the class for which an assignment has no due date, though it has one for others. */
export function sectionsWithoutDate(
  { schedule }: Pick<Judging, 'schedule'>,
  sections: readonly (string | undefined)[],
): readonly string[] {
  return schedule.flatMap(({ id, due, dueBySection }) => {
    if (due !== undefined || dueBySection === undefined) return [];
    const without = [...new Set(sections.map((section) => section ?? ''))].filter(
      (section) => dueOf(dueBySection, section) === undefined,
    );
    return without.length === 0
      ? []
      : [
          `${id} is never due for ${without.map((section) => (section === '' ? 'those without a section' : `section ${section}`)).join(', ')}: the course file has dates for ${Object.keys(dueBySection).join(', ')}, and no \`due\` for the others`,
        ];
  });
}

/** More hand in together nowhere; so many are a section that stands in the wrong column. */
const maxTeam = 8;

/** Groups that look like sections: then one's work would count for all of them. */
export function groupsLikeSections(groups: readonly string[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const group of groups) if (group !== '') counts.set(group, (counts.get(group) ?? 0) + 1);
  return [...counts].flatMap(([group, count]) =>
    count <= maxTeam
      ? []
      : [
          `group ${group} has ${count} members, who share one hand-in; if it is a section of the class, call the column \`section\``,
        ],
  );
}

function dueOf(dates: Readonly<Record<string, Date>> | undefined, section: string): Date | undefined {
  return Object.entries(dates ?? {}).find(([name]) => keyOf(name) === keyOf(section))?.[1];
}
