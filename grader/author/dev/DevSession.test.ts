import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createColors } from 'picocolors';
import { curriculum } from '../../curriculum';
import { readCourse } from '../../pipeline/course';
import { en } from '../../pipeline/report';
import { newAssignment } from '../newAssignment';
import { DevSession } from './DevSession';
import { devToText, keyOf } from './devToText';

const root = join(__dirname, '../../..');
const id = '10-my-topic';

describe('DevSession', () => {
  let folder: string;
  let session: DevSession;
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'descent-dev-'));
    const template = join('grader', 'author', 'template');
    cpSync(join(root, template), join(folder, template), { recursive: true });
    mkdirSync(join(folder, 'solutions'));
    mkdirSync(join(folder, 'assignments'));
    cpSync(join(root, 'assignments', 'course.json'), join(folder, 'assignments', 'course.json'));
    const checkout = { root: folder, engine: folder, curriculum };
    await newAssignment(checkout, id);
    const { publicSeed } = await readCourse(folder);
    session = new DevSession(checkout, { id, publicSeed, texts: en });
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const edit = (file: string, from: string, to: string): void => {
    const path = join(folder, file);
    const text = readFileSync(path, 'utf8');
    expect(text).toContain(from);
    writeFileSync(path, text.replace(from, to));
  };
  const spec = `solutions/${id}/meanSquaredError.spec.ts`;
  const points = "reference('loss', { points: 3 })";

  it('should prove what a save changed, and show what a student reads of each mistake', async () => {
    const first = await session.saved();
    expect(first).toMatchObject({ status: 'checked', exercises: ['meanSquaredError'], failures: [] });
    const views = first.status === 'checked' ? first.views : [];
    expect(views.length).toBeGreaterThan(1);
    expect(views.filter(({ score, maxScore, message }) => score === maxScore || message === '')).toEqual([]);

    edit(`assignments/${id}/README.md`, '# ', '# A ');
    expect(await session.saved()).toMatchObject({ status: 'checked', exercises: [], failures: [], views: [] });

    edit(spec, points, points.replace('3', '2.5'));
    const worse = await session.saved();
    expect(worse).toMatchObject({
      exercises: ['meanSquaredError'],
      written: expect.arrayContaining([`assignments/${id}/public.json`]) as readonly string[],
      failures: [{ claim: 'points', exercise: 'meanSquaredError' }],
    });
    const shown = new Map(views.map((view) => [keyOf(view), view.message]));
    const options = { id, root: folder, colors: createColors(false), seconds: 1, shown };
    expect(devToText(worse, options).join('\n')).toMatch(
      /not proven, 1\.0 s; meanSquaredError\n(written .*\n)+not proven .*sum to 9\.5/,
    );
    // A failed claim is reported until it is repaired, whatever else is saved.
    edit(`assignments/${id}/README.md`, '# A ', '# ');
    expect(await session.saved()).toMatchObject({ exercises: [], failures: [{ claim: 'points' }] });
    edit(spec, points.replace('3', '2.5'), points);
    expect(await session.saved()).toMatchObject({ exercises: ['meanSquaredError'], failures: [] });
  });

  it('should report where an unfinished file does not compile, and continue', async () => {
    edit(spec, points, 'reference(');
    expect(await session.saved()).toMatchObject({
      status: 'unusable',
      message: expect.stringContaining(spec) as string,
    });
    edit(spec, 'reference(', points);
    expect(await session.saved()).toMatchObject({ status: 'checked', failures: [] });
  });
});
