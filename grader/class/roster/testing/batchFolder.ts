import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SubmissionResult } from '../../../pipeline/report';
import { madeSettings } from '../../testing/settings';
import type { Judging } from '../judging';
import { readGradeBook, type GradeBook } from '../readGradeBook';

export const course: Judging = {
  schedule: [{ id: '03-losses', due: new Date('2027-02-12T22:59:00Z') }],
  timeZone: 'Europe/Berlin',
  latePolicy: { percentPerDay: 10, maximumDays: 7, graceMinutes: 0 },
};

export const settings = { ...madeSettings, submissions: '/s', submissionsFromHere: '../s' };

export interface BatchFolder {
  readonly path: (name: string) => string;
  readonly write: (name: string, lines: readonly string[]) => Promise<void>;
  readonly read: (results: readonly SubmissionResult[], judging?: Judging) => Promise<GradeBook>;
}

/** A temporary folder of a batch, empty for each test. */
export function useBatchFolder(): BatchFolder {
  let folder = '';
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'descent-grades-'));
  });
  afterEach(() => rm(folder, { recursive: true }));
  return {
    path: (name) => join(folder, name),
    write: (name, lines) => writeFile(join(folder, name), lines.join('\n')),
    read: (results, judging = course) => readGradeBook({ folder, results }, judging),
  };
}
