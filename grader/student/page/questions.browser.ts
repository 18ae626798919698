import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { chromium, findings, sidewaysScroll } from '../../class/pages/testing/openPages';
import { describeWith, until } from '../../testbed/tools';
import { openCourse, type OpenCourse } from './testing/openCourse';

const engine = join(__dirname, '../../..');

/** Folder for screenshots of the page, for manual review. */
const pictures = process.env.DESCENT_TEST_PICTURES;

describeWith(chromium, 'questions in Chromium', () => {
  let opened: OpenCourse;
  beforeAll(async () => {
    opened = await openCourse({ root: join(engine, 'examples'), engine });
  });
  afterAll(() => opened.close());
  beforeEach(() => opened.complaints.splice(0));

  async function open(address: string, width?: number): Promise<Page> {
    const page = await opened.open(address, { width });
    await page.waitForSelector('.question input');
    return page;
  }
  const says = async (page: Page, wanted: string): Promise<string> => {
    const text = `document.querySelector('.results').innerText`;
    await page.waitForFunction(`${text}.includes(${JSON.stringify(wanted)})`);
    return (await page.evaluate(text)) as string;
  };
  const choose = (page: Page, id: string): Promise<void> => page.click(`.question input[value="${id}"]`);
  const picture = async (page: Page, name: string): Promise<void> => {
    if (pictures !== undefined) await page.screenshot({ path: join(pictures, `${name}.png`) });
  };

  it.each([
    ['#01-kinds--answers/shiftScores', 390],
    ['#02-questions/halvedBatch', 1280],
    ['#02-questions/stepsPerEpoch', 390],
  ])('should be accessible, log no errors and be no wider than the screen: %s, %d px', async (place, width) => {
    const page = await open(opened.site + place, width);
    await says(page, 'to do');
    expect(await findings(page)).toEqual([]);
    await picture(page, `${place.split('/')[1]}-${width}-en`);
    await page.click('header button');
    await page.waitForFunction(`document.documentElement.lang === 'zh-CN'`);
    await says(page, '待完成');
    expect(await page.evaluate(`document.querySelector('.question legend').innerText`)).toMatch(/\p{Script=Han}/u);
    await picture(page, `${place.split('/')[1]}-${width}-zh`);
    expect(await findings(page)).toEqual([]);
    expect(await sidewaysScroll(page)).toBeLessThanOrEqual(0);
    expect(opened.complaints).toEqual([]);
    await page.evaluate('localStorage.clear()');
    await page.close();
  });

  it('should say why a choice is wrong and that one is right, as npm test does, in either language', async () => {
    const page = await open(`${opened.site}#02-questions/halvedBatch`);
    await choose(page, 'c');
    expect(await says(page, 'the answer is not c')).toContain('if the batch is twice as large');
    await picture(page, 'wrong-en');
    await page.click('header button');
    expect(await says(page, '答案不是 c')).toContain('那是批量加倍时的情形。');
    await picture(page, 'wrong-zh');
    await choose(page, 'a');
    await says(page, '1 项公开检查中通过 1 项');
    expect(await page.evaluate(`localStorage.getItem('descent/02-questions')`)).toMatch(
      /^# [^]*\(2 points: one of these letters[^]*\nhalvedBatch: a\n[^]*\nwhichMinimum:\n/,
    );
    await page.reload();
    await page.waitForSelector('.summary.passed');
    expect(await page.$eval('.question input:checked', (field) => (field as { value?: string }).value)).toBe('a');
    expect(opened.complaints).toEqual([]);
    await page.evaluate('localStorage.clear()');
    await page.close();
  });

  it('should know neither a hidden choice nor a number, only its form', async () => {
    const page = await open(`${opened.site}#02-questions/whichMinimum`);
    await choose(page, 'a');
    await says(page, 'answered');
    await page.evaluate(`location.hash = '#02-questions/stepsPerEpoch'`);
    await page.waitForSelector('.question input[type=text]');
    await page.type('.question input', 'many');
    await says(page, 'expected a number such as 0.5 or 1e-3, got many');
    await picture(page, 'form-en');
    await page.evaluate('localStorage.clear()');
    await page.close();
    const html = await readFile(join(opened.folder, 'index.html'), 'utf8');
    expect(html).not.toContain('A convex function has none');
  });

  it("should write into the student's own file, and show what is written there elsewhere", async () => {
    const file = join(opened.folder, 'assignments', '01-kinds', 'answers.yaml');
    const page = await open(`${opened.local}#01-kinds--answers/namePenalty`);
    await page.type('.question input', 'weight decay: "L2"');
    // Typed text is written immediately.
    await until(async () => (await readFile(file, 'utf8')).includes(`\nnamePenalty: 'weight decay: "L2"'\n`));
    await says(page, 'answered');
    const written = await readFile(file, 'utf8');
    await writeFile(
      file,
      written.replace(/shiftScores:.*/, 'shiftScores: B').replace(/namePenalty:.*/, 'namePenalty: x'),
    );
    opened.server.tell('01-kinds--answers');
    await page.evaluate(`location.hash = '#01-kinds--answers/shiftScores'`);
    await page.waitForSelector('.summary.passed');
    expect(await page.$eval('.question input:checked', (field) => (field as { value?: string }).value)).toBe('b');
    await writeFile(file, 'shiftScores: [b\n');
    opened.server.tell('01-kinds--answers');
    await says(page, 'has no readable answer');
    // An unreadable file is not overwritten.
    await choose(page, 'a');
    expect(await readFile(file, 'utf8')).toBe('shiftScores: [b\n');
    expect(opened.complaints).toEqual([]);
    await page.close();
  });
});
