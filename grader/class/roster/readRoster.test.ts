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
    const roster = await readRoster(file).catch((error: Error) => error.message);
    return typeof roster === 'string' ? roster.replaceAll(file, 'roster.csv') : roster;
  }

  it('should read times as instants, whatever the offset', async () => {
    const text = 'name,id,email,submittedAt,extendedUntil,group\nAda,a1,ada@x.org,2027-02-12T23:59:00+01:00,2027-02-14 22:59:00 UTC,G1\n';
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

  it('should need no more than names and ids', async () => {
    expect(await read('id;name\na1;Ada\n')).toMatchObject([{ id: 'a1', name: 'Ada', submittedAt: undefined, group: '' }]);
  });

  it.each([
    ['2027-02-12 23:59', 'no offset'],
    ['12.02.2027 23:59Z', 'another order'],
    ['2027-02-30T12:00Z', 'a day that does not exist'],
    ['2027-02-12T25:00Z', 'an hour that does not exist'],
  ])('should refuse the time %s: %s', async (time) => {
    expect(await read(`name,id,submittedAt\nAda,a1,${time}\n`)).toContain(
      `roster.csv, row 2: submittedAt "${time}" is no instant; write date`,
    );
  });

  it('should refuse ids and emails that are there twice', async () => {
    expect(await read('name,id\nAda,a1\nBob,A1\n')).toBe('roster.csv, rows 2 and 3 have the same id A1; every student has one row');
    expect(await read('name,id,email\nAda,a1,x@y.z\nBob,b2,X@y.z\n')).toContain('rows 2 and 3 have the same email');
  });

  it('should refuse a row without id, and a class without students', async () => {
    expect(await read('name,id\nAda,\n')).toContain('row 2 has no id');
    expect(await read('name,id\n')).toContain('lists no students');
  });
});
