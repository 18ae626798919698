import { parseSheet } from '../sheet';
import { inputWith, students } from '../testing/fixture';
import { golden } from '../testing/golden';
import { writeClass } from '../testing/writeClass';
import type { Exported, ExportOptions } from '../format';
import { canvas } from '.';

function write(
  text?: string,
  options: Partial<ExportOptions> = {},
  roster?: Parameters<typeof inputWith>[1],
): Exported {
  const into = text === undefined ? undefined : parseSheet(text, 'gradebook.csv');
  return writeClass(canvas, inputWith({ ...options, into }, roster));
}

const header = 'Student,ID,SIS User ID,SIS Login ID,Section,Losses (71),Homework (72),Assignments Current Score';
const possible = '    Points Possible,,,,,20.00,100.00,(read only)';
const rows = [
  '"Lovelace, Ada",501,a1,a1@x.org,S1,,,12.5',
  '"=""=HYPERLINK(""""http://x.org"""";""""Bob"""")""",502,b2,b2@x.org,S1,3.00,80.00,',
  '李明,503,c3,c3@x.org,S1,EX,,',
  'محمد علي,504,d4,d4@x.org,S1,N/A,,',
  '"O\'Brien; Eve",505,e5,e5@x.org,S1,,,',
  '"Al, Absent",506,f6,f6@x.org,S1,2.00,,',
  '"Student, Test",507,,1234567890abcdef,S1,,,',
];
const exported = [header, ',,,,,Manual Posting,,', possible, ...rows, ''].join('\n');

describe('canvas, filling in a gradebook', () => {
  it('should match its golden file', () => {
    const { text } = write(exported);
    expect(text).toBe(golden('canvas-filled.csv', text));
  });

  it('should fill in the column of the assignment, and change nothing else', () => {
    const expected = exported.replace('S1,,,12.5', 'S1,20,,12.5').replace('S1,3.00,80.00', 'S1,6.75,80.00');
    expect(write(exported).text).toBe(expected);
  });

  it('should list students without a grade, by reason', () => {
    expect(write(exported).notes).toEqual([
      'no column, left out: 09-beyond',
      '1 handed in nothing, left without a grade: f6',
      '1 handed in other work only, left without a grade: c3',
      '1 matches no one in the roster, left out: zz',
      '1 could not be graded because the grader failed; left without a grade: e5',
      'rows without a grade here, unchanged: Student, Test',
      'existing grades replaced: =HYPERLINK(\\"http://x.org\\";\\"Bob\\") 3.00 → 6.75',
      'excused or not assigned, unchanged: محمد علي (N/A)',
    ]);
  });

  it('should keep byte order mark, line breaks, separator and decimal sign', () => {
    const european = `\uFEFF${exported.replaceAll(/^.*$/gm, (line) => line)}`
      .replaceAll('"Lovelace, Ada"', 'Lovelace Ada')
      .replaceAll(/"(?:""|[^"])*"/g, 'X')
      .replaceAll(',', ';')
      .replaceAll(/(\d)\.(\d\d)\b/g, '$1,$2')
      .replaceAll('\n', '\r\n');
    const { text } = write(european);
    expect(text.startsWith('\uFEFFStudent;ID;')).toBe(true);
    expect(text).toContain('502;b2;b2@x.org;S1;6,75;80,00;\r\n');
  });

  it('should refuse another maximum, unless it should convert', () => {
    const other = exported.replace('20.00', '100.00');
    expect(() => write(other)).toThrow(
      'Losses (71) has a maximum of 100 points on the platform, but 20 here; change it there, or convert with --scale',
    );
    expect(write(other, { scale: true }).text).toContain('a1@x.org,S1,100,,12.5');
  });

  it('should use the given column', () => {
    const { text } = write(exported.replace('100.00', '20.00'), { columns: new Map([['03-losses', 'Homework']]) });
    expect(text).toContain('"Lovelace, Ada",501,a1,a1@x.org,S1,,20,12.5');
  });

  it('should not match a student by the id of another student on the platform', () => {
    // Canvas's id of Ada is Bob's id in the roster, but Bob's name is in another row.
    const { text, notes } = write(exported.replace(',501,a1,', ',b2,a1,').replace('502,b2,b2@x.org', '502,,'));
    expect(text).toContain('b2,a1,a1@x.org,S1,20,');
    expect(text).toContain('502,,,S1,3.00,80.00');
    expect(notes).toContain('1 has no unique row in the file, left out: b2 (matches rows 4 and 5)');
    // The SIS id decides.
    expect(write(exported.replace(',501,a1,', ',b2,a1,')).text).toContain('502,b2,b2@x.org,S1,6.75,80.00');
  });

  it('should match names in either order without ids', () => {
    const { text } = write(exported.replace('506,f6,f6@x.org', '506,,').replace('504,d4,d4@x.org,S1,N/A', '504,,,S1,'));
    expect(text).toContain('محمد علي,504,,,S1,4,,');
  });

  it.each([
    [
      'another table',
      'Name,Grade\nAda,5\n',
      'gradebook.csv is not a Canvas gradebook: it must start with Student and ID',
    ],
    ['no Section', exported.replace('Section', 'Group'), 'and contain Section, but has Student, ID'],
    ['a duplicate id', exported.replace(',502,', ',501,'), 'gradebook.csv, rows 4 and 5 have the same ID 501'],
    [
      'no column',
      exported.replace('Losses (71)', 'Quiz (71)'),
      'has no column for 03-losses or 09-beyond; it has Quiz (71), Homework (72)',
    ],
    [
      'two columns',
      exported.replace('Homework (72)', 'losses (72)'),
      'has 2 columns for 03-losses: Losses (71), losses (72)',
    ],
    ['a read-only column', exported.replace('20.00', '(read only)'), 'Losses (71) is read only'],
  ])('should refuse %s', (_what, text, message) => {
    expect(() => write(text)).toThrow(message);
  });

  it('should refuse a missing column', () => {
    expect(() => write(exported, { columns: new Map([['03-losses', 'Homework 3']]) })).toThrow(
      'gradebook.csv has no column Homework 3; it has Losses (71), Homework (72), Assignments Current Score; name it with --column "03-losses=Title"',
    );
  });
});

describe('canvas, making a gradebook', () => {
  it('should match its golden file', () => {
    const { text } = write();
    expect(text).toBe(golden('canvas.csv', text));
  });

  it("should write the format of Canvas's importer", () => {
    const [first, second, ...people] = parseSheet(write().text, 'f').rows.map(({ cells }) =>
      cells.map(({ value }) => value),
    );
    expect(first).toEqual(['Student', 'ID', 'SIS User ID', 'SIS Login ID', 'Section', 'Losses']);
    expect(second).toEqual(['    Points Possible', '', '', '', '', '20']);
    expect(people.map(([name, id, sis, , , points]) => [name, id, sis, points])).toEqual([
      ['Ada "the Countess" Lovelace, Lady', '', 'a1', '20'],
      ['="=HYPERLINK(""http://x.org"";""Bob"")"', '', 'b2', '6.75'],
      ['محمد علي', '', 'd4', '4'],
    ]);
  });

  it('should refuse a title that Canvas drops', () => {
    expect(() => write(undefined, { columns: new Map([['03-losses', 'Final Grade']]) })).toThrow(
      'Canvas takes a column Final Grade for one of its own and drops it; give 03-losses another title',
    );
  });

  it('should write an id that only starts like a formula', () => {
    const sign = students.map((one) => (one.id === 'a1' ? { ...one, id: '@ada', email: 'a1' } : one));
    expect(write(undefined, {}, sign).text).toContain(',,@ada,a1,,20');
  });

  it('should refuse an id that a spreadsheet would run', () => {
    const formula = students.map((one) => (one.id === 'a1' ? { ...one, id: '=1+1', email: 'a1' } : one));
    expect(() => write(undefined, {}, formula)).toThrow(
      'the id "=1+1" looks like a formula to a spreadsheet; correct it in the roster, or leave that row out',
    );
  });
});
