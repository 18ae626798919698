import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'puppeteer-core';
import { seededRandom } from '../../../descent';
import type { SubmissionResult } from '../../../pipeline/report/submissionResult';
import { madeClass, madeResult } from '../testing/madeClass';
import { writePages } from '../writePages';
import { describeWith } from '../../../testbed/tools';
import { chromium, findings, openPage, sidewaysScroll, startChromium, type View, views } from '../testing/openPages';

const evilName = '<img src=x onerror=alert(1)>=1+1 "\'';
const weak = (name: string, language: 'en' | 'zh'): SubmissionResult => ({
  ...madeResult(name, seededRandom(5), 0.2),
  language,
});

describeWith(chromium, 'pages in Chromium', () => {
  let folder = '';
  let browser: Browser;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'descent-browser-'));
    // Includes a perfect result, one in Chinese, and a name that is markup.
    const results = [
      ...madeClass(60, 7),
      madeResult('perfect', seededRandom(1), 1),
      weak('weak', 'en'),
      weak('弱', 'zh'),
      weak(evilName, 'en'),
    ];
    await writePages(folder, { folder, results }, { courseTitle: 'Regularization and optimization' });
    browser = await startChromium();
  });
  afterAll(async () => {
    await browser.close();
    await rm(folder, { recursive: true });
  });

  const classFile = (): string => join(folder, 'report', 'index.html');
  const studentFile = (name: string): string => join(folder, 'report', 'students', `${name}.html`);
  const openClass = (view?: View, script?: boolean): ReturnType<typeof openPage> =>
    openPage(browser, classFile(), view, script);
  const read = async (page: Page, expression: string): Promise<unknown> => page.evaluate(expression);
  const shown = `[...document.querySelectorAll('#students-table tbody tr')].filter((row) => !row.hidden)`;
  const column = (page: Page, index: number): Promise<unknown> =>
    read(page, `${shown}.map((row) => row.cells[${index}].textContent.trim())`);

  describe.each(views)('in a $scheme view of $width px', (view) => {
    it.each([
      ['the class', () => classFile()],
      ['a perfect student', () => studentFile('perfect')],
      ['a weak student', () => studentFile('weak')],
      ['a student reading Chinese', () => studentFile('弱')],
      ['a student named as markup', () => studentFile(evilName)],
    ])('should be accessible, load nothing and fit the screen: the page of %s', async (_who, file) => {
      const { page, complaints } = await openPage(browser, file(), view);
      expect(await sidewaysScroll(page)).toBeLessThanOrEqual(0);
      await read(page, `document.querySelectorAll('details').forEach((details) => { details.open = true; })`);
      expect(await findings(page)).toEqual([]);
      expect(await sidewaysScroll(page)).toBeLessThanOrEqual(0);
      expect(complaints).toEqual([]);
      await page.close();
    });
  });

  it('should sort by keyboard, and expose the order', async () => {
    const { page } = await openClass();
    const total = '#students-table thead th:nth-child(2)';
    await page.focus(`${total} button`);
    const numbers = async (): Promise<readonly number[]> =>
      ((await column(page, 1)) as string[]).map((text) => (text === '–' ? -Infinity : Number(text)));
    await page.keyboard.press('Enter');
    expect(await read(page, `document.querySelector('${total}').ariaSort`)).toBe('descending');
    const descending = await numbers();
    expect(descending).toEqual(descending.toSorted((a, b) => b - a));
    await page.keyboard.press('Enter');
    expect(await read(page, `document.querySelector('${total}').ariaSort`)).toBe('ascending');
    expect(await numbers()).toEqual(descending.toSorted((a, b) => a - b));
    expect(
      await read(page, `document.querySelectorAll('#students-table [aria-sort]:not([aria-sort=none])').length`),
    ).toBe(1);
    await page.close();
  });

  it('should search students, and report the number of matches', async () => {
    const { page } = await openClass();
    await page.type('#search', 'PERF ect');
    expect(await column(page, 0)).toEqual(['perfect']);
    expect(await read(page, `document.querySelector('[role=status]').textContent`)).toBe('1 of 64 students');
    await page.keyboard.press('Escape');
    expect(await column(page, 0)).toHaveLength(64);
    await page.close();
  });

  it('should link a mistake to its students', async () => {
    const { page } = await openClass();
    await page.focus('#mistakes-table a[data-search]');
    const wanted = await read(page, `document.activeElement.dataset.search`);
    await page.keyboard.press('Enter');
    const found = (await read(page, `${shown}.map((row) => row.textContent)`)) as string[];
    expect(found.length).toBeGreaterThan(0);
    for (const text of found) expect(text).toContain(wanted);
    expect(await read(page, `document.activeElement.id`)).toBe('search');
    await page.close();
  });

  it('should be complete without its script', async () => {
    const { page } = await openClass(undefined, false);
    expect(await column(page, 0)).toHaveLength(64);
    expect(await read(page, `document.querySelectorAll('button, input').length`)).toBe(0);
    await page.close();
  });

  it('should begin with a skip link to the content', async () => {
    const { page } = await openClass();
    await page.keyboard.press('Tab');
    expect(await read(page, `document.activeElement.className`)).toBe('skip');
    expect(await read(page, `document.activeElement.getBoundingClientRect().left >= 0`)).toBe(true);
    await page.keyboard.press('Enter');
    expect(await read(page, `document.activeElement.id`)).toBe('main');
    await page.close();
  });

  it('should scroll to each section, although rows are laid out lazily', async () => {
    const { page } = await openClass();
    for (const id of ['provenance', 'students', 'attention', 'provenance']) {
      await page.click(`nav a[href="#${id}"]`);
      await read(page, 'new Promise((resolve) => setTimeout(resolve, 300))');
      const [top, height] = (await read(
        page,
        `[document.getElementById('${id}').getBoundingClientRect().top, innerHeight]`,
      )) as [number, number];
      expect([id, top >= 0 && top < height]).toEqual([id, true]);
    }
    await page.close();
  });

  it('should link to each student’s page, whatever the name', async () => {
    const { page } = await openClass();
    const links = (await read(
      page,
      `[...document.querySelectorAll('#students-table th a')].map((link) => link.href)`,
    )) as string[];
    const evil = links.find((link) => link.includes('img'));
    await page.goto(evil ?? '');
    expect(await read(page, `document.querySelector('h1').textContent`)).toBe(evilName);
    await page.close();
  });

  it('should not run injected scripts and styles', async () => {
    const { page, complaints } = await openClass();
    await read(
      page,
      `{ const script = document.createElement('script'); script.textContent = 'window.ran = true'; document.body.append(script); }`,
    );
    await read(
      page,
      `document.body.insertAdjacentHTML('beforeend', '<img src=x onerror="window.ran = true"><p style="color: red">red</p>')`,
    );
    expect(await read(page, `window.ran`)).toBeUndefined();
    expect(await read(page, `getComputedStyle(document.body.lastElementChild).color`)).not.toBe('rgb(255, 0, 0)');
    expect(complaints.join()).toContain('Content Security Policy');
    await page.close();
  });

  it('should print everything expanded, on white', async () => {
    const { page } = await openPage(browser, studentFile('weak'), { scheme: 'dark', width: 800 });
    await page.emulateMediaType('print');
    // Lazy layout finishes a frame later.
    await read(page, 'new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))');
    expect(
      await read(
        page,
        `document.querySelector('details.exercise:not([open]) .checks').checkVisibility({ contentVisibilityAuto: true })`,
      ),
    ).toBe(true);
    expect(await read(page, `getComputedStyle(document.querySelector('.exercises')).backgroundColor`)).toBe(
      'rgb(255, 255, 255)',
    );
    await page.close();
  });
});
