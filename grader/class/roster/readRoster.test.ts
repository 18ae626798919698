import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readRoster } from '.';

describe('readRoster', () => {
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'descent-roster-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  async function read(content: string): Promise<unknown> {
    const file = join(folder, 'roster.csv');
    await writeFile(file, content);
    const roster = await readRoster(file, { timeZone: 'Europe/Berlin' }).catch((error: Error) => error.message);
    return typeof roster === 'string' ? roster.replaceAll(file, 'roster.csv') : roster;
  }

  it('should convert times with any offset to instants', async () => {
    const text =
      'name,id,email,submittedAt,extendedUntil,group\nAda,a1,ada@x.org,2027-02-12T23:59:00+01:00,2027-02-14 22:59:00 UTC,G1\n';
    expect(await read(text)).toEqual([
      {
        name: 'Ada',
        id: 'a1',
        email: 'ada@x.org',
        submittedAt: new Date('2027-02-12T22:59:00Z'),
        extendedUntil: new Date('2027-02-14T22:59:00Z'),
        group: 'G1',
      },
    ]);
  });

  it('should read sections and groups', async () => {
    expect(await read('name,id,group,Section\nAda,a1,G1,Lab A\nBob,b2,G1,\n')).toMatchObject([
      { id: 'a1', group: 'G1', section: 'Lab A' },
      { id: 'b2', group: 'G1' },
    ]);
  });

  it('should require only names and ids', async () => {
    expect(await read('id;name\na1;Ada\n')).toMatchObject([
      { id: 'a1', name: 'Ada', submittedAt: undefined, group: '' },
    ]);
  });

  it.each([
    ['2027-02-12 23:59', 'no offset'],
    ['12.02.2027 23:59Z', 'another order'],
    ['2027-02-30T12:00Z', 'a day that does not exist'],
    ['2027-02-12T25:00Z', 'an hour that does not exist'],
  ])('should refuse the time %s: %s', async (time) => {
    expect(await read(`name,id,submittedAt\nAda,a1,${time}\n`)).toContain(
      `roster.csv, row 2: submittedAt "${time}" is not a valid time; write date`,
    );
  });

  it.each([
    [
      'Canvas',
      'Student,ID,SIS User ID,SIS Login ID,Section,Losses (71)\n    Points Possible,,,,,90\n"Müller, Jürgen",501,m1,jm@x.org,S1,\n"Student, Test",502,,abc,S1,\n',
      { name: 'Müller, Jürgen', id: 'm1', email: 'jm@x.org', accounts: ['jm@x.org', '501'] },
    ],
    [
      'Moodle',
      '"First name","Last name","ID number","Email address",Groups\nJürgen,Müller,m1,jm@x.org,\n',
      { name: 'Jürgen Müller', id: 'm1', email: 'jm@x.org' },
    ],
    [
      "Moodle's worksheet",
      'Identifier,"Full name","ID number","Email address","Last modified (submission)"\n"Participant 12",Jürgen Müller,m1,jm@x.org,"Friday, 12 March 2027, 9:15 PM"\n',
      { name: 'Jürgen Müller', id: 'm1', accounts: ['12'], submittedAt: new Date('2027-03-12T20:15:00Z') },
    ],
    [
      'Gradescope',
      'First Name,Last Name,SID,Email,Role,Sections\nJürgen,Müller,00123,jm@x.org,Student,A\nKim,Lee,,kl@x.org,TA,\n',
      { name: 'Jürgen Müller', id: '00123', email: 'jm@x.org' },
    ],
    [
      'GitHub Classroom',
      '"identifier","github_username","github_id","name"\n"jm@x.org","jmueller","123","Jürgen Müller"\n',
      { name: 'Jürgen Müller', id: 'jm@x.org', email: 'jm@x.org', accounts: ['jmueller', '123'] },
    ],
    [
      'nbgrader',
      'id,last_name,first_name,email\nm1,Müller,Jürgen,jm@x.org\n',
      { name: 'Jürgen Müller', id: 'm1', email: 'jm@x.org' },
    ],
    [
      'Autolab',
      'Semester,email,last_name,first_name,section\nF27,jm@x.org,Müller,Jürgen,A\n',
      { name: 'Jürgen Müller', id: 'jm@x.org', email: 'jm@x.org' },
    ],
    [
      'Excel, with its separator',
      'sep=;\nname;id;email\n"Müller, Jürgen";m1;jm@x.org\n',
      { name: 'Müller, Jürgen', id: 'm1' },
    ],
  ])('should read the list of %s', async (_platform, text, student) => {
    expect(await read(text)).toEqual([expect.objectContaining(student)]);
  });

  it('should leave out staff, but no one with an unknown role', async () => {
    const roles = ['Student', 'StudentEnrollment', '学生', 'Teilnehmer/in', 'Graduate student', 'Auditor'];
    const staff = ['TA', 'Instructor', 'TeacherEnrollment', 'Teaching Assistant', 'Reader', 'Non-editing teacher'];
    const rows = [...roles, ...staff].map((role, index) => `N${index},s${index},${role}`);
    expect(await read(['name,id,role', ...rows].join('\n'))).toMatchObject(
      roles.map((_, index) => ({ id: `s${index}` })),
    );
  });

  it('should read times of single assignments', async () => {
    const text =
      'name,id,submittedAt:03-losses,extendedUntil:07-schedules,late\nAda,a1,2027-02-12T20:00:00Z,2027-03-14T20:00:00Z,Canvas\n';
    const times = new Map([
      ['03-losses', { submittedAt: new Date('2027-02-12T20:00:00Z') }],
      ['07-schedules', { extendedUntil: new Date('2027-03-14T20:00:00Z') }],
    ]);

    expect(await read(text)).toMatchObject([{ id: 'a1', markedLate: 'Canvas', times }]);
  });

  it('should take ids of digits and an e, which no spreadsheet wrote', async () => {
    expect(await read('name,id\nAda,12e5\nBob,4E5\n')).toMatchObject([{ id: '12e5' }, { id: '4E5' }]);
  });

  it('should report ids that a spreadsheet rounded, and a workbook named .csv', async () => {
    expect(await read('name,id\nAda,1.23457E+11\n')).toBe(
      "roster.csv, row 2: the id 1.23457E+11 was rounded by a spreadsheet, and its digits are lost; export the list again and don't open it in a spreadsheet",
    );
    expect(await read('PK\u0003\u0004rest')).toBe(
      'roster.csv is an Excel workbook, whatever its name says; open it and save it as "CSV UTF-8"',
    );
  });

  it('should refuse duplicate ids and emails', async () => {
    expect(await read('name,id\nAda,a1\nBob,A1\n')).toBe(
      'roster.csv, rows 2 and 3 have the same id A1; every student has one row',
    );
    expect(await read('name,id,email\nAda,a1,x@y.z\nBob,b2,X@y.z\n')).toContain('rows 2 and 3 have the same email');
  });

  it('should refuse a row without an id, and a class without students', async () => {
    expect(await read('name,id\nAda,\n')).toContain('row 2 has no id');
    expect(await read('name,id\n')).toContain('lists no students');
  });
});
