import { parseSheet } from '../sheet';
import { inputWith, results } from '../testing/fixture';
import { golden } from '../testing/golden';
import { writeClass } from '../testing/writeClass';
import type { Exported, ExportOptions } from '../format';
import { narrowGrade, narrowResult } from '../narrow';
import { moodleWorksheet } from './worksheet';

/** Moodle's worksheet of one assignment, in one of its languages. */
function worksheet(header: string, participant: string, yes: string, no: string, most = '20.00'): string {
  const row = (number: number, name: string, id: string, changeable: string, feedback = ''): string =>
    `"${participant}${number}",${name},${id}@x.org,"Submitted, late",,"${most}",${changeable},-,"Monday, 5 October 2026, 10:00 AM",${feedback}`;
  return [
    header,
    row(11, '"Lady, ""Ada"""', 'a1', yes),
    row(12, 'Bob', 'b2', yes, '"Automatic grading: 5 of 20."'),
    row(13, '李明', 'c3', no),
    row(14, 'محمد علي', 'd4', yes, 'Well argued'),
    row(15, 'Eve', 'e5', yes),
    row(16, 'Al', 'f6', yes),
    row(17, 'No One', 'n7', yes),
    '',
  ].join('\n');
}

const english =
  'Identifier,"Full name","Email address",Status,Grade,"Maximum Grade","Grade can be changed","Last modified (submission)",' +
  '"Last modified (grade)","Feedback comments"';

const german =
  'ID,"Vollständiger Name",E-Mail-Adresse,Status,Bewertung,Bestwertung,"Bewertung kann geändert werden","Zuletzt geändert (Abgabe)",' +
  '"Zuletzt geändert (Bewertung)","Feedback als Kommentar"';

const chinese = '标识符,全名,电子邮件地址,状态,成绩,最高分,允许更改成绩,上次修改（作业）,上次修改（评分）,反馈评论';

const english20 = worksheet(english, 'Participant ', 'Yes', 'No');

function fill(text: string, options: Partial<ExportOptions> = {}): Exported {
  const ids = ['03-losses'];
  const all = inputWith({ ...options, isNamed: true, into: parseSheet(text, 'Grades.csv') });
  return writeClass(moodleWorksheet, {
    ...all,
    results: all.results.map((one) => narrowResult(one, ids)),
    grades: all.grades.map((one) => narrowGrade(one, ids)),
    assignments: all.assignments.filter(({ id }) => ids.includes(id)),
  });
}

describe('moodle-worksheet', () => {
  it('should match its golden file', () => {
    const { text } = fill(english20);
    expect(text).toBe(golden('moodle-worksheet.csv', text));
  });

  it('should fill in grade and feedback, and change no other byte', () => {
    const { text } = fill(english20);
    const before = english20.split('\n');
    const after = text.split('\n');
    const full = 'Automatic grading: 20 of 20. softmax 10 of 10; hingeLoss 10 of 10.';
    expect(after[1]).toBe(`${before[1]?.replace('late",,', 'late",20,')}${full}`);
    // Generated feedback is replaced, a person's is kept.
    expect(after[2]).toMatch(
      /late",6\.75,"20\.00",Yes,.*,"Automatic grading: 7\.5 of 20\. .* 1 day late: 0\.75 points less\."$/,
    );
    expect(after[4]).toBe(before[4]?.replace('late",,', 'late",4,'));
    // Header, locked, failed by the grader, absent, unknown.
    for (const line of [0, 3, 5, 6, 7, 8]) expect(after[line]).toBe(before[line]);
  });

  it('should list students without a grade, by reason', () => {
    expect(fill(english20).notes).toEqual([
      '1 handed in nothing, left without a grade: f6',
      '1 handed in other work only, left without a grade: c3',
      '1 matches no one in the roster, left out: zz',
      '1 could not be graded because the grader failed; left without a grade: e5',
      'rows without a grade here, unchanged: No One',
      'feedback by a person kept: محمد علي',
    ]);
  });

  it('should keep and list a locked row', () => {
    const locked = english20.replace('"20.00",Yes', '"20.00",No');
    const { text, notes } = fill(locked);
    expect(text.split('\n')[1]).toBe(locked.split('\n')[1]);
    expect(notes).toContain('locked in Moodle, unchanged: Lady, \\"Ada\\"');
  });

  it.each([
    ['German', worksheet(german, 'Teilnehmer/in', 'Ja', 'Nein', '20,00'), '6,75'],
    ['Chinese', worksheet(chinese, '参与人', '是', '否'), '6.75'],
    ['a byte order mark and Windows line ends', `\uFEFF${english20.replaceAll('\n', '\r\n')}`, '6.75'],
  ])('should read a worksheet in %s', (_what, text, points) => {
    const filled = fill(text).text;
    const grade = filled.split(/\r?\n/)[2]?.split(',').slice(5);
    expect(filled.split('\n')[2]).toContain(`late",${points.includes(',') ? `"${points}"` : points},`);
    expect(grade).toBeDefined();
    expect(filled.length - filled.trimEnd().length).toBe(text.length - text.trimEnd().length);
  });

  it('should report unknown columns, and accept their names', () => {
    const dutch = english20
      .replace('Identifier', 'Identificatie')
      .replace('Grade,', 'Cijfer,')
      .replace('"Last modified (grade)"', '"Laatst gewijzigd (beoordeling)"')
      .replace('"Full name"', '"Volledige naam"')
      .replace('"Email address"', '"E-mailadres"');
    expect(() => fill(dutch)).toThrow(
      'Grades.csv has no known column for Identifier (--column "identifier=…"), Grade (--column "grade=…"), ' +
        'Last modified (grade) (--column "modified=…"); it has Identificatie, Volledige naam',
    );
    const columns = new Map([
      ['identifier', 'Identificatie'],
      ['grade', 'Cijfer'],
      ['modified', 'Laatst gewijzigd (beoordeling)'],
    ]);
    // Emails are recognised by their form.
    expect(fill(dutch, { columns }).text).toContain('b2@x.org,"Submitted, late",6.75,');
  });

  it('should refuse another maximum, unless it should convert', () => {
    const of100 = worksheet(english, 'Participant ', 'Yes', 'No', '100.00');
    expect(() => fill(of100)).toThrow('Grades.csv: 03-losses has a maximum of 100 points on the platform, but 20 here');
    expect(fill(of100, { scale: true }).text).toContain('b2@x.org,"Submitted, late",33.75,');
  });

  it("should not match a participant's number with a student's id", () => {
    const roster = inputWith().grades.flatMap(({ student }) =>
      student === undefined ? [] : [{ ...student, email: '' }],
    );
    const [ada, ...others] = roster;
    if (ada === undefined) throw new Error('no student');
    const input = inputWith({ into: parseSheet(english20, 'Grades.csv') }, [
      { ...ada, id: '13', name: 'Ada' },
      ...others,
    ]);
    const { text } = writeClass(moodleWorksheet, {
      ...input,
      results: results.map((one) =>
        narrowResult({ ...one, submission: one.submission === 'a1' ? '13' : one.submission }, ['03-losses']),
      ),
      assignments: input.assignments.slice(0, 1),
    });
    expect(text.split('\n')[3]).toBe(english20.split('\n')[3]);
  });

  it.each([
    ['a scale', english20.replace('"Maximum Grade"', 'Scale'), 'is for an assignment graded on a scale'],
    ['a column twice', english20.replace('Status', 'Grade'), 'Grades.csv has the column Grade twice'],
    [
      'a participant twice',
      english20.replace('Participant 12', 'Participant 11'),
      'rows 2 and 3 have the same identifier Participant 11',
    ],
    ['no number', english20.replace('Participant 12', 'Bob'), 'row 3: "Bob" does not end with a participant\'s number'],
    [
      'an unknown word for yes',
      english20.replace(',Yes,', ',Kyllä,'),
      'row 2: "Kyllä" is neither yes nor no in a supported language',
    ],
    ['a row with too few fields', `${english20}"Participant 18",x\n`, 'row 9 has 2 fields, but the header has 10'],
  ])('should refuse %s', (_what, text, message) => {
    expect(() => fill(text)).toThrow(message);
  });

  it('should require one assignment', () => {
    expect(() => writeClass(moodleWorksheet, inputWith({ into: parseSheet(english20, 'Grades.csv') }))).toThrow(
      'a worksheet is for one assignment; name it with --assignment, one of 03-losses, 09-beyond',
    );
  });
});
