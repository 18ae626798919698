import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { madeResult } from '../class/batch/testing/madeResult';
import { readCourse } from '../pipeline/course';
import { finishBatch } from './finishBatch';

let out = '';
beforeEach(() => {
  out = mkdtempSync(join(tmpdir(), 'finish-'));
  mkdirSync(join(out, 'results'));
});
afterEach(() => rmSync(out, { recursive: true }));

describe('finishBatch', () => {
  it('should list whose work needs a person, and which grades have a remark', async () => {
    const results = [
      madeResult('alice', { softmax: 10 }),
      madeResult('mallory', { softmax: 10 }),
      madeResult('bob', { softmax: 0 }, {}, 'unreadable'),
    ];
    for (const result of results)
      writeFileSync(join(out, 'results', `${result.submission}.json`), JSON.stringify(result));
    writeFileSync(join(out, 'roster.csv'), 'name,id\nAlice,alice\nBob,bob\n');

    const notes = await finishBatch(out, await readCourse(resolve(__dirname, '../..')));

    expect(notes).toEqual([
      'needs a person: mallory, all: matches no id, email, name or group in the roster',
      'needs a person: bob, 03-losses: ',
      '1 grade with a remark, in the column remarks of grades.csv; the first: alice: no submittedAt: counted as on time',
    ]);
  });

  it('should include manual points in the table without a roster, too', async () => {
    writeFileSync(join(out, 'results/alice.json'), JSON.stringify(madeResult('alice', { softmax: 4 })));
    writeFileSync(join(out, 'overrides.csv'), 'id,exercise,points,reason,by\nalice,softmax,9,right idea,Kim\n');

    await finishBatch(out, await readCourse(resolve(__dirname, '../..')));

    expect(readFileSync(join(out, 'grades.csv'), 'utf8')).toBe(
      'submission,03-losses,total,max,status,id,name,raw,penalty,override,final,remarks\nalice,4,4,10,graded,,,4,0,5,9,\n',
    );
  });

  it('should print nothing if there is nothing to report', async () => {
    writeFileSync(join(out, 'results/alice.json'), JSON.stringify(madeResult('alice', { softmax: 10 })));

    expect(await finishBatch(out, await readCourse(resolve(__dirname, '../..')))).toEqual([]);
  });
});
