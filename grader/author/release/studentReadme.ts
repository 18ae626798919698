import type { Course } from '../../course';
import { wallTimeAt } from '../../course/zonedTime';

const commands: Readonly<Record<string, readonly [call: string, what: string]>> = {
  watch: ['npm run watch', 'checks again whatever you save'],
  hint: ['npm run hint -- adamWStep', 'the next of three hints, if your mistake is a known one'],
  grade: ['npm run grade', 'your points on the public checks'],
  handIn: ['npm run hand-in -- 03-losses', 'a zip to hand in'],
  train: ['npm run train -- 08-training', 'trains with your own code'],
  doctor: ['npx grader doctor', 'whether all is set up as it should be'],
  update: ['npm run update -- FROM', 'takes over a newer version of this folder'],
};

/** Fills in the students' README: the assignments with their due dates, and the commands that there are. */
export function studentReadme(
  template: string,
  course: Course,
  assignments: readonly { readonly id: string; readonly title: string }[],
  available: readonly string[],
): string {
  const [first] = assignments;
  const rows = [
    ['npm test', 'the public checks of all assignments'],
    [`npm test -- ${first?.id}`, 'those of one'],
    ...Object.entries(commands).flatMap(([module, row]) => (available.includes(module) ? [row] : [])),
  ];
  return template
    .replace('{{title}}', () => course.title)
    .replace('{{assignments}}', () => assignmentTable(course, assignments))
    .replace('{{commands}}', () => rows.map(([call, what]) => `| \`${call}\` | ${what} |`).join('\n'));
}

function assignmentTable(
  { schedule, timeZone = 'UTC' }: Course,
  assignments: readonly { readonly id: string; readonly title: string }[],
): string {
  const rows = assignments.map(({ id, title }) => {
    const due = schedule.find((one) => one.id === id)?.due;
    const time = due === undefined ? '' : new Date(wallTimeAt(due, timeZone)).toISOString().slice(0, 16).replace('T', ' ');
    return `| [${id}](assignments/${id}/README.md) | ${title} | ${time} |`;
  });
  return [`| assignment | about | due (${timeZone}) |`, '| --- | --- | --- |', ...rows].join('\n');
}
