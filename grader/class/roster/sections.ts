import { indexBy } from './indexBy';
import type { Judging } from './judging';
import { keyOf } from './student';

/** The course with the due dates of a section, where it has its own. */
export function scheduleOf<Course extends Pick<Judging, 'schedule'>>(
  course: Course,
  section: string | undefined,
): Course {
  if (section === undefined) return course;
  const schedule = course.schedule.map((one) => ({ ...one, due: dueOf(one.dueBySection, section) ?? one.due }));
  return { ...course, schedule };
}

/** Warns about sections without a due date for an assignment that has one for other sections. */
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
          `${id} is never due for ${without.map((section) => (section === '' ? 'students without a section' : `section ${section}`)).join(', ')}: the course file has dates for ${Object.keys(dueBySection).join(', ')}, and no \`due\` for the others`,
        ];
  });
}

/** A larger group is probably a section in the wrong column. */
const maxTeam = 8;

/** Warns about groups that look like sections: one student's work would count for the whole section. */
export function groupsLikeSections(groups: readonly string[]): readonly string[] {
  return [...indexBy(groups, (group) => [group])].flatMap(([group, { length }]) =>
    length <= maxTeam
      ? []
      : [
          `group ${group} has ${length} members, who share one submission; if it is a section of the class, name the column \`section\``,
        ],
  );
}

function dueOf(dates: Readonly<Record<string, Date>> | undefined, section: string): Date | undefined {
  return Object.entries(dates ?? {}).find(([name]) => keyOf(name) === keyOf(section))?.[1];
}
