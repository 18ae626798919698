import { join } from 'node:path';
import { courseFileOf, numberIn, withoutNumber } from './fileNames';
import { findStudentIn } from './findStudent';
import { nearestStudents } from './names';
import { folderName } from './folderName';
import { student } from '../roster/testing/samples';
import { withFiles } from '../../files/testing/withFiles';
import { readGradescopeMetadata } from './platforms/gradescopeMetadata';

const course = new Map([['losses.ts', '03-losses']]);

describe('courseFileOf', () => {
  it.each(['losses.ts', 'losses-1.ts', 'losses (2).ts', 'losses(2).ts', 'losses_3.ts', 'Losses.ts', 'LOSSES-12.TS'])(
    'should recognise %s as losses.ts',
    (name) => expect(courseFileOf(name, course)).toBe('losses.ts'),
  );

  it.each(['answers.yaml', 'answers-1.yaml', 'Answers (2).yaml'])('should recognise %s as answers.yaml', (name) =>
    expect(courseFileOf(name, new Map([['answers.yaml', '02-reading']]))).toBe('answers.yaml'),
  );

  it('should keep the extension .js', () => expect(courseFileOf('losses-1.js', course)).toBe('losses.js'));

  it.each(['mylosses.ts', 'losses2.ts', 'losses.test.ts', 'losses.txt', 'losses', 'losses-1-old.ts'])(
    'should not recognise %s',
    (name) => expect(courseFileOf(name, course)).toBeUndefined(),
  );

  it('should remove only the number of a copy', () => {
    const names = ['hw-1.tar.gz', 'hw.tar-1.gz', '03-losses.zip', '03-losses (1).zip', 'adam2.ts'];
    expect(names.map(withoutNumber)).toEqual(['hw.tar.gz', 'hw.tar.gz', '03-losses.zip', '03-losses.zip', 'adam2.ts']);
    expect(['a-1.ts', 'a (12).ts', 'a-3.tar.gz', 'a.ts', '03-losses.zip'].map(numberIn)).toEqual([1, 12, 3, 0, 0]);
  });
});

describe('a name on a platform', () => {
  const isFound = (inRoster: string, onPlatform: string): boolean =>
    findStudentIn([student('a1', { name: inRoster })])({ name: onPlatform }).status === 'student';

  it.each([
    ['Jane Marie Doe', 'doejanemarie'],
    ['Doe, Jane', 'doejane'],
    ['Ludwig van Beethoven', 'Beethoven Ludwig van'],
    ['Ludwig van Beethoven', 'vanbeethovenludwig'],
    ["Seán O'Brien-Smith", 'obriensmithsean'],
    ['Jose\u0301 Mu\u0308ller', 'M\u00fcller Jos\u00e9'],
    ['王 小明', '王小明'],
    ['王小明', '小明 王'],
    ['Lukasz Zolc', 'Łukasz Żółć'],
    ['Soren Aegir', 'Søren Ægir'],
    ['Jürgen Weiß', 'Juergen Weiss'],
    ['Dang Thi', 'Đặng Thị'],
    ['Ipek Kaya', 'İpek Kaya'],
    ['Isil Oz', 'Işıl Öz'],
    ['O’Brien, Conan', "Conan O'Brien"],
    ['Anne-Marie Duval', 'Anne Marie Duval'],
    ['Robert (Bob) Smith', 'Robert Smith'],
    ['Smith Jr., John', 'John Smith Jr.'],
    ['Madonna', 'Madonna -'],
    ['ＪＡＮＥ　ＤＯＥ２', 'Jane Doe2'],
  ])('should match %s with %s', (inRoster, onPlatform) => expect(isFound(inRoster, onPlatform)).toBe(true));

  it.each([
    ['Jane Doe', 'doejanet'],
    ['Jane Marie Doe', 'mariejanedoe'],
    ['Jane Doe', ''],
    ['', ''],
  ])('should not match %s with %s', (inRoster, onPlatform) => expect(isFound(inRoster, onPlatform)).toBe(false));
});

describe('nearestStudents', () => {
  const names = ['Jane Marie Doe', 'Bob Stone', 'Robert Smith'].map((name, index) => student(`n${index}`, { name }));

  it.each([
    ['Jane Doe', ['n0']],
    ['Bob Stome', ['n1']],
    ['Zoe Kim', []],
  ])('should suggest students for %s', (name, ids) =>
    expect(nearestStudents(names, name).map(({ id }) => id)).toEqual(ids),
  );
});

describe('folderName', () => {
  it('should keep usual ids, and make others valid and unique', () => {
    const taken = new Set(['a_b']);
    expect(['s123', 'jane@example.org', '王小明', 'a/b', '../x', 'CON', ''].map((id) => folderName(id, taken))).toEqual(
      ['s123', 'jane@example.org', '王小明', 'a_b-2', '___x', '_CON', '_'],
    );
  });
});

describe('readGradescopeMetadata', () => {
  it('should read quoted, folded and missing values, but not the output of programs', async () => {
    const text = [
      "'submission_1':",
      '  :submitters:',
      '  - :name: "\\x41n\\u00e9\\U0001F600 \\"B\\""',
      "    :sid: '0''1'",
      '  - :name: A name that is so long that it goes on',
      '      in the next line',
      '    :email: ~',
      '  :created_at: 2027-02-12 21:59:00',
      '  :results:',
      '    :output: |-',
      '      submission_9:',
      '      :submitters: none',
      '    :unclosed: "x: [',
      '    :submitters:',
      '    - :name: Mallory',
      '  :history:',
      '  - :created_at: 2020-01-01 00:00:00 Z',
      'submission_2:',
      '  :submitters: []',
      '  :created_at: 2027-02-12 21:59:00.5 -0130',
      '',
    ].join('\r\n');

    const read = await withFiles({ 'm.yml': text }, (folder) => readGradescopeMetadata(join(folder, 'm.yml')));

    expect([...read]).toEqual([
      [
        'submission_1',
        {
          submitters: [
            { name: 'Ané😀 "B"', id: "0'1", email: undefined },
            { name: 'A name that is so long that it goes on in the next line', id: undefined, email: undefined },
          ],
          // It has no zone.
          submittedAt: undefined,
        },
      ],
      ['submission_2', { submitters: [], submittedAt: new Date('2027-02-12T23:29:00.500Z') }],
    ]);
  });
});

describe('findStudentIn', () => {
  it('should search a large class only once', () => {
    let reads = 0;
    const students = Array.from({ length: 300 }, (_, index) => {
      const name = `Given${index} Family${index}`;
      return Object.defineProperty(student(`id${index}`, { name }), 'name', { get: () => ((reads += 1), name) });
    });
    const find = findStudentIn(students);

    for (let index = 0; index < 300; index += 1)
      expect(find({ name: `Family${index}, Given${index}` })).toMatchObject({ student: { id: `id${index}` } });

    expect(reads).toBeLessThan(1000);
  });
});
