import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'puppeteer-core';
import { seededRandom } from '../../../descent';
import { describeWith } from '../../../testbed/tools';
import { madeSettings } from '../../testing/settings';
import { readGradeBook } from '../../roster';
import { madeResult } from '../testing/madeClass';
import { writePages } from '../writePages';
import { chromium, findings, openPage, sidewaysScroll, startChromium, views } from '../testing/openPages';

const course = {
  schedule: ['02-linear-classifier', '03-losses', '05-gradients', '06-optimizers', '07-schedules'].map((id) => ({
    id,
    due: id === '03-losses' ? new Date('2027-02-12T22:59:00Z') : undefined,
  })),
  timeZone: 'UTC',
  latePolicy: { percentPerDay: 10, maximumDays: 7, graceMinutes: 0 },
};

/** Makes a class with a team, a double submission, an absent student, overrides and code. */
async function makeClass(out: string): Promise<void> {
  const code = 'export const x = 1;\n// <b>a long line</b> '.padEnd(400, 'x');
  for (const name of ['m1', 'd4', 'dan@x.org', 'unknown']) {
    await mkdir(join(out, 'class', name, '03-losses'), { recursive: true });
    await writeFile(join(out, 'class', name, '03-losses', 'losses.ts'), code);
  }
  const kept = { ...madeSettings, submissions: join(out, 'class'), submissionsFromHere: 'class' };
  await writeFile(join(out, 'batch.json'), JSON.stringify(kept));
  const roster = [
    'name,id,email,group,submittedAt',
    'Zoë Łęcka,m1,zoe@x.org,Team A,2027-02-13T12:00:00Z',
    'Bob Stone,m2,bob@x.org,Team A,',
    'Dan,d4,dan@x.org,,',
    'Eve,e5,,,',
  ];
  await writeFile(join(out, 'roster.csv'), roster.join('\n'));
  const overrides = ['id,exercise,points,reason,by', 'm1,softmax,9,explained it,Kim', 'm1,softmax,,nice,Kim', 'm1,03-losses/*,1,written,Kim']; // prettier-ignore
  await writeFile(join(out, 'overrides.csv'), overrides.join('\n'));
  const results = ['m1', 'd4', 'dan@x.org', 'unknown'].map((name, index) => madeResult(name, seededRandom(index), 0.3));
  const batch = { folder: out, results };
  await writePages(out, batch, { book: await readGradeBook(batch, { ...course, allowBonus: true }) });
}

describeWith(chromium, 'pages with a roster in Chromium', () => {
  let folder = '';
  let browser: Browser;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'descent-people-'));
    await makeClass(folder);
    browser = await startChromium();
  });
  afterAll(async () => {
    await browser.close();
    await rm(folder, { recursive: true });
  });

  const file = (...path: readonly string[]): string => join(folder, 'report', ...path);
  const read = async (page: Page, expression: string): Promise<unknown> => page.evaluate(expression);

  describe.each(views)('in a $scheme view of $width px', (view) => {
    it.each([
      ['the class', ['index.html']],
      ['a team member', ['students', 'm2.html']],
      ['a student with comments', ['students', 'm1.html']],
      ['the code of a student', ['code', 'm1.html']],
    ])('should be accessible, load nothing and fit the screen: the page of %s', async (_who, path) => {
      const { page, complaints } = await openPage(browser, file(...path), view);
      await read(page, `document.querySelectorAll('details').forEach((details) => { details.open = true; })`);
      expect(await findings(page)).toEqual([]);
      expect(await sidewaysScroll(page)).toBeLessThanOrEqual(0);
      expect(complaints).toEqual([]);
      await page.close();
    });
  });

  it.each([
    ['lecka', ['m1', 'm2']],
    ['BOB@x', ['m2']],
    ['bob', ['m1', 'm2']],
    ['team', ['m1', 'm2']],
    ['undecided', ['d4']],
    ['absent', ['e5']],
  ])('should find students by %s', async (text, wanted) => {
    const { page } = await openPage(browser, file('index.html'));
    await page.type('#search', text);
    const shown = `[...document.querySelectorAll('#students-table tbody tr')].filter((row) => !row.hidden)`;
    expect(await read(page, `${shown}.map((row) => row.cells[0].textContent.trim())`)).toEqual(wanted);
    await page.close();
  });

  it('should link from the class to the code, and mark the line', async () => {
    const { page } = await openPage(browser, file('index.html'));
    await page.goto(String(await read(page, `document.querySelector('a[href="code/m1.html"]').href`)) + '#f0-2');
    expect(await read(page, `document.querySelector(':target').textContent`)).toContain('<b>a long line</b>');
    await page.close();
  });

  it('should not reserve space beyond the rows of a small class', async () => {
    const { page } = await openPage(browser, file('index.html'));
    const missing = `document.querySelector('#students-table').parentElement.offsetHeight - document.querySelector('#students-table').offsetHeight`;
    expect(await read(page, missing)).toBeLessThan(10);
    await page.close();
  });

  it('should reveal the last hint only inside the others', async () => {
    const { page } = await openPage(browser, file('students', 'm1.html'));
    const last = `[...document.querySelectorAll('.hints summary')].find((one) => one.textContent.includes('3 of 3'))`;
    await read(page, `document.querySelectorAll('.exercise').forEach((details) => { details.open = true; })`);
    expect(await read(page, `${last}.checkVisibility()`)).toBe(false);
    await read(page, `document.querySelectorAll('.hints').forEach((details) => { details.open = true; })`);
    expect(await read(page, `${last}.checkVisibility()`)).toBe(true);
    await page.close();
  });
});
