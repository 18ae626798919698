import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readTable, writeTable } from '.';

describe('readTable', () => {
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'descent-tables-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  async function read(content: string | Buffer): Promise<unknown> {
    const file = join(folder, 'roster.csv');
    await writeFile(file, content);
    const rows = await readTable(file, { required: ['id', 'name'], optional: ['group'] }).catch(
      (error: Error) => error.message,
    );
    return typeof rows === 'string' ? rows.replaceAll(file, 'roster.csv') : rows;
  }
  const ada = [{ line: 2, fields: { id: '7', name: 'Lovelace, Ada', group: '' } }];

  it.each([
    ['commas', 'id,name\n7,"Lovelace, Ada"\n'],
    ['semicolons', 'id;name\n7;Lovelace, Ada\n'],
    ['tabs', 'id\tname\n7\tLovelace, Ada\n'],
    ['a byte order mark and Windows line ends', '\uFEFFid,name\r\n7,"Lovelace, Ada"\r\n'],
    ['other columns, case and order', 'Section,NAME,Id\nA,"Lovelace, Ada",7\n'],
    ['UTF-16', Buffer.from('\uFEFFid\tname\n7\tLovelace, Ada\n', 'utf16le')],
    ['empty lines', 'id,name\n7,"Lovelace, Ada"\n\n,\n'],
  ])('should read a table with %s', async (_what, content) => {
    expect(await read(content)).toEqual(ada);
  });

  it('should report a missing column and which one may be meant', async () => {
    expect(await read('id,names\n7,Ada\n')).toBe(
      'roster.csv lacks the column name; it has id, names; is "names" meant as name?',
    );
    expect(await read('')).toBe('roster.csv lacks the column id, name; it is empty');
  });

  it('should report what is wrong with a row', async () => {
    expect(await read('id,name\n7,Lovelace,Ada\n')).toBe(
      'roster.csv, row 2 has 3 fields, but the header names 2; quote fields that hold a separator',
    );
    expect(await read('id,name\n7,"Ada\n')).toMatch(/^roster.csv, row 2: a quotation mark is opened and not closed/);
  });

  it('should refuse a duplicate column and bytes that are not text', async () => {
    expect(await read('id,name,ID\n7,Ada,8\n')).toBe('roster.csv names the column id twice; keep one of them');
    expect(await read(Buffer.from([105, 100, 44, 0xff, 0xe4, 10]))).toBe(
      'roster.csv is not in UTF-8 (or UTF-16 with a mark); save it as "CSV UTF-8"',
    );
  });

  it('should report a missing file', async () => {
    await expect(readTable(join(folder, 'none.csv'), { required: ['id'] })).rejects.toThrow(
      'none.csv: there is no such file',
    );
  });
});

describe('writeTable', () => {
  it('should quote where needed and write null as empty', () => {
    expect(
      writeTable(
        ['a', 'b'],
        [
          ['x, "y"', null],
          [-1.5, 'z'],
        ],
      ),
    ).toBe('a,b\n"x, ""y""",\n-1.5,z\n');
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', ' =1', '＝1'])('should turn the formula %j into text', (text) => {
    expect(writeTable(['a'], [[text]])).toContain(`'${text}`);
  });
});
