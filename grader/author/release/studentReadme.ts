import { files } from '../../curriculum/training';
import { type Course, clockTime } from '../../pipeline/course';

type Row = readonly [call: string, what: string];

interface ReleasedAssignment {
  readonly id: string;
  readonly title: string;
  readonly exercises: readonly { readonly name: string }[];
}

/** Fills in the students' README: the assignments with their due dates, and the available commands. */
export function studentReadme(
  template: string,
  course: Course,
  assignments: readonly ReleasedAssignment[],
  available: readonly string[],
): string {
  return template
    .replace('{{title}}', () => course.title)
    .replace('{{assignments}}', () => assignmentTable(course, assignments))
    .replace('{{commands}}', () =>
      commandRows(assignments, available)
        .map(([call, what]) => `| \`${call}\` | ${what} |`)
        .join('\n'),
    );
}

/** Examples use the first assignment. */
function commandRows([first]: readonly ReleasedAssignment[], available: readonly string[]): readonly Row[] {
  if (first === undefined) return [];
  const name = first.exercises[0]?.name ?? '';
  const commands: Readonly<Record<string, Row>> = {
    watch: ['npm run watch', 'checks again whatever you save; keys give hints, go on, list and reset'],
    hint: [`npm run hint -- ${name}`, 'the next of three hints, if your mistake is a known one'],
    grade: ['npm run grade', 'your points on the public checks'],
    play: ['npm run play', 'your own functions drawn and checked in the browser'],
    ownPage: ['npm run report', 'the page of your work, as staff would hand it out'],
    handIn: [`npm run hand-in -- ${first.id}`, 'makes the zip to hand in'],
    train: [`npm run train -- ${files.training.id}`, 'trains on real images with your own code'],
    try: ['npm run try -- mine.ts', 'runs your own scratch file in double precision; it can import your functions'],
    doctor: ['npm run doctor', 'whether all is set up as it should be'],
    update: ['npm run update -- FROM', 'takes over a newer version of this folder'],
  };
  return [
    ['npm test', 'the public checks of all assignments'],
    [`npm test -- ${first.id}`, 'those of one assignment'],
    [`npm test -- -t ${name}`, 'those of one function'],
    ...Object.entries(commands).flatMap(([module, row]) => (available.includes(module) ? [row] : [])),
  ];
}

function assignmentTable({ schedule, timeZone = 'UTC' }: Course, assignments: readonly ReleasedAssignment[]): string {
  const rows = assignments.map(({ id, title }) => {
    const { due, dueBySection = {} } = schedule.find((one) => one.id === id) ?? {};
    const shown = (date: Date): string => clockTime(date, timeZone);
    const sections = Object.entries(dueBySection).map(([section, date]) => `${section}: ${shown(date)}`);
    const time = [...(due === undefined ? [] : [shown(due)]), ...sections].join(', ');
    return `| [${id}](assignments/${id}/README.md) | ${title} | ${time} |`;
  });
  return [`| assignment | about | due (${timeZone}) |`, '| --- | --- | --- |', ...rows].join('\n');
}
