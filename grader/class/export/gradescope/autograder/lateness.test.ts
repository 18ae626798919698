import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { results } from '../../testing/fixture';
import { withLateness } from './lateness';
import { readMetadata, type Metadata } from './metadata';
import type { Settings } from './settings';

const settings: Settings = {
  schemaVersion: 1,
  assignments: ['03-losses', '09-beyond'],
  due: { '03-losses': '2027-02-12T22:59:00.000Z', '09-beyond': null },
  timeZone: 'Europe/Berlin',
  latePolicy: { percentPerDay: 10, maximumDays: 7, graceMinutes: 0 },
  seedLabel: '00000000',
  graderVersion: '0',
  tfjs: '4',
};
const [right] = results;
if (right === undefined) throw new Error('no result');
const at = (createdAt: string, due?: string): Metadata => ({
  createdAt: new Date(createdAt),
  due: due === undefined ? undefined : new Date(due),
});

describe('withLateness', () => {
  it.each([
    ['on time', at('2027-02-12T22:59:00Z'), 20, []],
    // A started day costs 10 % of 20.
    ['late', at('2027-02-12T23:00:00Z'), 18, ['03-losses: 1 day late, which costs 2 of 20 points.']],
    ['late, with an extension on Gradescope', at('2027-02-12T23:00:00Z', '2027-02-14T22:59:00Z'), 20, []],
    [
      'late by the course, due earlier on Gradescope',
      at('2027-02-12T22:00:00Z', '2027-02-01T00:00:00Z'),
      20,
      ['09-beyond'],
    ],
    ['not on Gradescope', undefined, 20, []],
  ] as const)('should count work that is %s', (_what, metadata, score, remarks) => {
    const late = withLateness(right, settings, metadata);
    expect(late.score).toBe(score);
    expect(late.remarks).toEqual(remarks.map((remark) => expect.stringContaining(remark) as string));
  });

  it('should cost nothing without a late policy', () => {
    expect(withLateness(right, { ...settings, latePolicy: null }, at('2027-03-12T23:00:00Z'))).toEqual({
      score: 20,
      remarks: [],
    });
  });
});

describe('readMetadata', () => {
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'descent-metadata-'));
  });
  afterAll(() => rm(folder, { recursive: true }));
  const read = async (content: unknown): Promise<Metadata | undefined> => {
    const file = join(folder, 'submission_metadata.json');
    await writeFile(file, JSON.stringify(content));
    return readMetadata(file);
  };
  const metadata = {
    id: 1,
    created_at: '2018-07-01T14:22:32.365935-07:00',
    assignment: { due_date: '2018-07-31T23:00:00.000000-07:00', late_due_date: null, total_points: '20.0' },
    users: [{ email: 's@x.org', id: 1, name: 'S' }],
    previous_submissions: [],
  };

  it('should read the time of submission and the due date', async () => {
    expect(await read(metadata)).toEqual({
      createdAt: new Date('2018-07-01T21:22:32.365Z'),
      due: new Date('2018-08-01T06:00:00Z'),
    });
  });

  it('should use the latest due date of a group, if there is one', async () => {
    const users = [{ assignment: { due_date: '2018-08-09T00:00:00Z' } }, { assignment: { due_date: null } }];
    expect((await read({ ...metadata, users }))?.due).toEqual(new Date('2018-08-09T00:00:00Z'));
    expect((await read({ ...metadata, assignment: { due_date: null } }))?.due).toBeUndefined();
  });

  it('should accept a missing file, but refuse a damaged one', async () => {
    expect(await readMetadata(join(folder, 'none.json'))).toBeUndefined();
    await expect(read({ ...metadata, created_at: 'soon' })).rejects.toThrow(
      'submission_metadata.json is not as expected: at created_at: soon is not a time',
    );
  });
});
