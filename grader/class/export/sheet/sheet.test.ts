import fc from 'fast-check';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  asTextFormula,
  fromTextFormula,
  parseSheet,
  pointsText,
  readPoints,
  readSheet,
  replaceCells,
  writeRows,
} from '.';

const values = (text: string): string[][] =>
  parseSheet(text, 'f.csv').rows.map(({ cells }) => cells.map(({ value }) => value));

describe('parseSheet', () => {
  it.each([
    ['commas', 'a,b\n1,"x, ""y"""\n'],
    ['semicolons', 'a;b\n1;"x, ""y"""\n'],
    ['tabs', 'a\tb\n1\tx, "y"\n'],
    ['a byte order mark and Windows line ends', '\uFEFFa,b\r\n1,"x, ""y"""\r\n'],
    ['no line break at the end', 'a,b\n1,"x, ""y"""'],
    ['blank lines', 'a,b\n\n1,"x, ""y"""\n,\n'],
  ])('should read a table with %s', (_what, text) => {
    expect(values(text)).toEqual([
      ['a', 'b'],
      ['1', 'x, "y"'],
    ]);
  });

  it('should keep a line break inside quotes', () => {
    expect(values('a,b\n"1\n2",3\n')).toEqual([
      ['a', 'b'],
      ['1\n2', '3'],
    ]);
  });

  it.each([
    ['', 'f.csv is empty'],
    ['a,b\n1,"x\n', 'f.csv, row 2: a quotation mark is not closed'],
    ['a,b\n1,"x"y\n', 'f.csv, row 2: a quotation mark is closed inside a field'],
    ['a,b\n1,2,3\n', 'f.csv, row 2 has 3 fields, but the header has 2'],
    ['a,b\n1\n', 'f.csv, row 2 has 1 fields, but the header has 2'],
  ])('should refuse %j', (text, message) => {
    expect(() => parseSheet(text, 'f.csv')).toThrow(message);
  });

  it('should read back every table that it wrote', () => {
    const field = fc.string({ unit: fc.constantFrom('a', ',', ';', '"', '\n', ' ', '=', '李') });
    const table = fc.array(fc.tuple(field, field), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(table, (rows) => {
        const all = [['one', 'two'], ...rows];
        expect(values(writeRows(all))).toEqual(all.filter((row) => row.some((one) => one.trim() !== '')));
      }),
    );
  });
});

describe('replaceCells', () => {
  it('should change only the given cells', () => {
    const text = '\uFEFF"a";b;c\r\n"1";2,5;"x ""y"""\r\n;;\r\n';
    const sheet = parseSheet(text, 'f.csv');
    const [, row] = sheet.rows;
    const [first, second] = row?.cells ?? [];
    if (first === undefined || second === undefined) throw new Error('no cells');
    expect(replaceCells(sheet, new Map([[second, '7;"5"']]))).toBe(
      '\uFEFF"a";b;c\r\n"1";"7;""5""";"x ""y"""\r\n;;\r\n',
    );
    expect(replaceCells(sheet, new Map([[first, '9']]))).toBe(text.replace('"1"', '"9"'));
    expect(replaceCells(sheet, new Map())).toBe(text);
  });
});

describe('readSheet', () => {
  it('should report a missing or invalid file', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'descent-sheet-'));
    const file = join(folder, 'f.csv');
    await writeFile(file, Buffer.from([0x61, 0x2c, 0xe4, 0x0a]));
    await expect(readSheet(file)).rejects.toThrow("f.csv is not UTF-8, unlike the platform's export; export it again");
    await expect(readSheet(join(folder, 'none.csv'))).rejects.toThrow(
      'none.csv: there is no such file; export the table from the platform',
    );
    await expect(readSheet(folder)).rejects.toThrow(': it is a folder; export');
    await rm(folder, { recursive: true });
  });
});

describe('points', () => {
  it.each([
    ['7.5', 7.5],
    ['7,50', 7.5],
    ['100', 100],
    ['1,000.00', 1000],
    ['1,000', undefined],
    ['-', undefined],
    ['', undefined],
    ['N/A', undefined],
  ])('should read %s', (text, points) => expect(readPoints(text)).toBe(points));

  it('should be written to hundredths, with the given decimal sign', () => {
    expect([pointsText(6.75), pointsText(10), pointsText(1 / 3), pointsText(7.5, ',')]).toEqual([
      '6.75',
      '10',
      '0.33',
      '7,5',
    ]);
  });
});

describe('formulas', () => {
  it('should become text with escaped quotes', () => {
    expect(asTextFormula('="a"&cmd')).toBe('="=""a""&cmd"');
    expect(fromTextFormula('="=""a""&cmd"')).toBe('="a"&cmd');
    expect(asTextFormula('Ada')).toBe('Ada');
  });
});
