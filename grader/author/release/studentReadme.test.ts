import { parseCourse } from '../../pipeline/course';
import { studentReadme } from './studentReadme';

const template = '# {{title}}\n\n{{assignments}}\n\n{{commands}}\n';
const course = parseCourse(
  JSON.stringify({
    title: 'Optimizers',
    publicSeed: 'seed',
    timeZone: 'America/New_York',
    assignments: [{ id: '03-losses', due: '2027-07-02T23:59' }, '04-more'],
  }),
);
const assignments = [
  { id: '03-losses', title: 'Losses', exercises: [{ name: 'softmax' }] },
  { id: '04-more', title: 'More', exercises: [] },
];

describe('studentReadme', () => {
  it("should name assignments with due dates as the course's clocks show them, and the commands that there are", () => {
    expect(studentReadme(template, course, assignments, ['grade', 'hint'])).toBe(
      [
        '# Optimizers',
        '',
        '| assignment | about | due (America/New_York) |',
        '| --- | --- | --- |',
        '| [03-losses](assignments/03-losses/README.md) | Losses | 2027-07-02 23:59 |',
        '| [04-more](assignments/04-more/README.md) | More |  |',
        '',
        '| `npm test` | the public checks of all assignments |',
        '| `npm test -- 03-losses` | those of one assignment |',
        '| `npm test -- -t softmax` | those of one function |',
        '| `npm run hint -- softmax` | the next of three hints, if your mistake is a known one |',
        '| `npm run grade` | your points on the public checks |',
        '',
      ].join('\n'),
    );
  });
});
