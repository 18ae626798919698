import { resolve } from 'node:path';
import { parseCourse, readCourse } from './readCourse';

const base = { title: 'Course', publicSeed: 'seed', timeZone: 'Europe/Berlin', assignments: ['03-losses'] };
const parse = (fields: object): ReturnType<typeof parseCourse> => parseCourse(JSON.stringify({ ...base, ...fields }));
const due = (time: string, timeZone = 'Europe/Berlin'): object => ({
  timeZone,
  assignments: [{ id: '03-losses', due: time }],
});

describe('readCourse', () => {
  it('should read the file of this course', async () => {
    const { assignments, schedule } = await readCourse(resolve(__dirname, '../../..'));
    expect(assignments).toEqual(schedule.map(({ id }) => id));
  });

  it('should return due dates as instants, and defaults for omitted fields', () => {
    const assignments = ['03-losses', { id: '04-regularization', due: '2027-02-12T23:59' }];
    const course = parse({ assignments });
    expect(course.assignments).toEqual(['03-losses', '04-regularization']);
    expect(course.schedule).toEqual([
      { id: '03-losses', due: undefined },
      // An hour ahead of UTC in winter.
      { id: '04-regularization', due: new Date('2027-02-12T22:59:00Z') },
    ]);
    expect(course.latePolicy).toMatchObject({ percentPerDay: 0, graceMinutes: 0 });
  });

  it('should read a record of assignments, in order, with their settings', () => {
    const course = parse({
      assignments: { '07-schedules': { from: 'descent', points: 11, language: 'zh' }, '03-losses': { title: 'Mine' } },
    });
    expect(course.assignments).toEqual(['07-schedules', '03-losses']);
    expect(course.schedule).toMatchObject([
      { id: '07-schedules', from: 'descent', points: 11, language: 'zh' },
      { id: '03-losses', title: 'Mine' },
    ]);
  });

  it('should read due dates of sections, and report an invalid one with its place', () => {
    const of = (dueBySection: object): object => ({
      assignments: [{ id: '03-losses', due: '2027-02-12T23:59', dueBySection }],
    });
    expect(parse(of({ A: '2027-02-08T23:59' })).schedule).toEqual([
      { id: '03-losses', due: new Date('2027-02-12T22:59:00Z'), dueBySection: { A: new Date('2027-02-08T22:59:00Z') } },
    ]);
    expect(() => parse(of({ A: 'Monday' }))).toThrow(
      'assignments[0].dueBySection.A: "Monday" is not a date and time without offset; write it like 2027-02-12T23:59',
    );
  });

  it.each([
    ['an unknown field', { tittle: 'x' }, 'there is no field "tittle"; did you mean title?'],
    [
      'one of an assignment',
      { assignments: [{ id: '03-losses', deu: 'x' }] },
      'assignments[0]: there is no field "deu"; did you mean due?',
    ],
    [
      'one of the policy',
      { latePolicy: { percentPerday: 1, maximumDays: 1 } },
      'latePolicy: there is no field "percentPerday"; did you mean percentPerDay?',
    ],
    [
      'one like none',
      { hiddenSeed: 'x' },
      'there is no field "hiddenSeed"; known: title, publicSeed, timeZone, latePolicy, minimumIsolation, allowBonus, assignments',
    ],
    [
      'another source than there is',
      { assignments: [{ id: '03-losses', from: 'x' }] },
      'assignments[0].from: assignments are taken from "descent" alone',
    ],
    [
      'a language of own handouts',
      { assignments: [{ id: '03-losses', language: 'zh' }] },
      'assignments[0].language: is of handouts that are taken from elsewhere; write your own in it',
    ],
    ['a missing field', { title: undefined }, 'title: is missing'],
    ['a missing id', { assignments: [{}] }, 'assignments[0].id: is missing'],
    ['a wrong id', { assignments: ['losses'] }, 'assignments[0].id: an id is two digits and a name, such as 03-losses'],
    ['a path for an id', { assignments: ['03-../../etc'] }, 'assignments[0].id: an id is two digits and a name'],
    ['no assignment', { assignments: [] }, 'assignments: '],
    ['an empty seed', { publicSeed: '' }, 'publicSeed: '],
    ['an id twice', { assignments: ['03-losses', '03-losses'] }, 'assignments[1]: 03-losses is listed twice'],
    ['an unknown zone', { timeZone: 'Europe/Berlni' }, 'timeZone: is not a time zone; give an IANA name'],
    ['an offset as zone', { timeZone: '+01:00' }, 'timeZone: is not a time zone; give an IANA name'],
    [
      'a date without zone',
      { ...due('2027-02-12T23:59'), timeZone: undefined },
      "assignments[0].due: a due date needs the course's time zone",
    ],
    [
      'a date with offset',
      due('2027-02-12T23:59Z'),
      'assignments[0].due: "2027-02-12T23:59Z" is not a date and time without offset',
    ],
    ['a day that no calendar has', due('2027-02-30T23:59'), '"2027-02-30T23:59" is not a date'],
    ['the hour 24', due('2027-02-12T24:00'), '"2027-02-12T24:00" is not a date'],
    ['a time skipped in Berlin', due('2027-03-28T02:30'), '2027-03-28T02:30 does not exist in Europe/Berlin'],
    ['a time that happens twice in Berlin', due('2027-10-31T02:30'), '2027-10-31T02:30 happens twice in Europe/Berlin'],
    [
      'a time skipped in New York',
      due('2027-03-14T02:00', 'America/New_York'),
      '2027-03-14T02:00 does not exist in America/New_York',
    ],
    [
      'one twice in New York',
      due('2027-11-07T01:59', 'America/New_York'),
      '2027-11-07T01:59 happens twice in America/New_York',
    ],
  ])('should report place and reason for %s', (_what, fields, message) => {
    expect(() => parse(fields)).toThrow(message);
  });

  it('should accept the times right before and after a clock change', () => {
    // Ahead of UTC by one hour before, by two after.
    expect(parse(due('2027-03-28T01:59')).schedule[0]?.due).toEqual(new Date('2027-03-28T00:59:00Z'));
    expect(parse(due('2027-03-28T03:00')).schedule[0]?.due).toEqual(new Date('2027-03-28T01:00:00Z'));
  });

  it('should report a missing file', async () => {
    await expect(readCourse(__dirname)).rejects.toThrow(
      'course.json is missing: it names the assignments of the course',
    );
  });

  it('should report a file that is not JSON', () => {
    expect(() => parseCourse('{')).toThrow('assignments/course.json is not right: it is no JSON: ');
  });
});
