import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { chromium, findings, sidewaysScroll } from '../../class/pages/testing/openPages';
import { describeOfWith } from '../../testbed/course/ofCourse';
import { until } from '../../testbed/tools';
import { openCourse, type OpenCourse } from './testing/openCourse';

const root = join(__dirname, '../../..');
const optimizers = '06-optimizers';
const solution = (id: string, file: string): Promise<string> => readFile(join(root, 'solutions', id, file), 'utf8');

describeOfWith(['03-losses', '06-optimizers'], chromium, 'the course in Chromium', () => {
  let opened: OpenCourse;
  beforeAll(async () => {
    opened = await openCourse({ root, engine: root });
  });
  afterAll(() => opened.close());
  beforeEach(() => opened.complaints.splice(0));
  const open: OpenCourse['open'] = (...how) => opened.open(...how);

  /** Replaces a student's file on the standalone page, and opens the page at an exercise. */
  async function openWith(id: string, text: string, exercise: string): Promise<Page> {
    const page = await open(opened.site);
    await page.evaluate(`localStorage.setItem('descent/${id}', ${JSON.stringify(text)})`);
    await page.close();
    return open(`${opened.site}#${id}/${exercise}`);
  }

  const resultsOf = async (page: Page, wanted: string): Promise<string> => {
    const text = `document.querySelector('.results').innerText`;
    await page.waitForFunction(`${text}.includes(${JSON.stringify(wanted)})`);
    return (await page.evaluate(text)) as string;
  };

  it.each([
    ['#descent', 'light', 1280],
    ['#descent', 'dark', 390],
    ['#03-losses/softmax', 'light', 390],
    ['#03-losses/softmax', 'dark', 1280],
  ] as const)(
    'should be accessible, log no errors and be no wider than the screen: %s, %s, %d px',
    async (place, scheme, width) => {
      const page = await open(opened.site + place, { scheme, width });
      const all = opened.course.course.assignments.flatMap(({ exercises }) => exercises).length;
      await page.waitForFunction(
        `document.querySelector('main svg, .summary') && document.querySelectorAll('nav .todo').length === ${all}`,
      );
      expect(await findings(page)).toEqual([]);
      await page.click('header button');
      await page.waitForFunction(`document.documentElement.lang === 'zh-CN' && document.querySelector('main h1')`);
      expect(await findings(page)).toEqual([]);
      expect(await sidewaysScroll(page)).toBeLessThanOrEqual(0);
      expect(opened.complaints).toEqual([]);
      await page.evaluate('localStorage.clear()');
      await page.close();
    },
  );

  it('should pass all exercises of all solutions', async () => {
    const page = await open(opened.site);
    for (const { id, file } of opened.course.course.assignments) {
      const text = JSON.stringify(await solution(id, file));
      await page.evaluate(`localStorage.setItem('descent/${id}', ${text})`);
    }
    await page.reload();
    const passed: string[] = [];
    for (const { id, exercises } of opened.course.course.assignments) {
      for (const exercise of exercises) {
        await page.evaluate(`location.hash = '#${id}/${exercise}'`);
        const isShown = `document.querySelector('main h1').textContent === '${exercise}' && document.querySelector('.summary')`;
        await page.waitForFunction(isShown).catch(async (error: unknown) => {
          const seen = await page.evaluate('document.querySelector("main").innerText');
          throw new Error(`${exercise} was not checked: ${[seen, ...opened.complaints].join('\n')}`, { cause: error });
        });
        if ((await page.$('.summary.passed')) !== null) passed.push(exercise);
      }
    }
    expect(passed).toEqual(opened.course.course.assignments.flatMap(({ exercises }) => exercises));
    expect(opened.complaints).toEqual([]);
    await page.evaluate('localStorage.clear()');
    await page.close();
  });

  it('should show differences, and give hints one by one', async () => {
    const wrong = (await solution(optimizers, 'optimizers.ts')).replace(
      '.sub(dw.mul(learningRate))',
      '.add(dw.mul(learningRate))',
    );
    const page = await openWith(optimizers, wrong, 'momentumStep');
    expect(await resultsOf(page, 'Hint 1 of 3')).not.toContain('Hint 1:');
    expect(await page.$$eval('.difference td.wrong', (cells) => cells.length)).toBeGreaterThan(0);
    // Find and click in one step, since results redraw the panel meanwhile.
    const press = (): Promise<unknown> => page.evaluate(`document.querySelector('.hint').click()`);
    await press();
    expect(await resultsOf(page, 'Hint 2 of 3')).toContain('Hint 1:');
    await press();
    await press();
    await resultsOf(page, 'Hint 3:');
    expect(await page.$('.hint')).toBeNull();
    await page.close();
  });

  it('should stop an endless loop, name its function, and continue with the others', async () => {
    const text = (await solution(optimizers, 'optimizers.ts')).replace(
      'const { learningRate, rho } = options;',
      'for (;;);\n  const { learningRate, rho } = options;',
    );
    const page = await openWith(optimizers, text, 'momentumStep');
    const said = await resultsOf(page, 'did not finish');
    expect(said).toContain('momentumStep › did not finish');
    expect(said).toContain('stopped after 5 s');
    await page.evaluate(`location.hash = '#${optimizers}/sgdStep'`);
    await page.waitForSelector('.summary.passed');
    await page.close();
  });

  it.each([
    ['throws', 'throw new Error("here");', 'here'],
    ['does not compile', 'const = 1;', 'compile'],
  ])('should show the line of code that %s', async (_what, code, wanted) => {
    const before = await solution(optimizers, 'optimizers.ts');
    const text = before.replace('const { learningRate, rho } = options;', code);
    const line = before.slice(0, before.indexOf('const { learningRate, rho } = options;')).split('\n').length;
    const page = await openWith(optimizers, text, 'momentumStep');
    await resultsOf(page, wanted);
    expect(await resultsOf(page, String(line))).toMatch(new RegExp(`(?:line |:)${line}\\b`));
    await page.waitForSelector('.cm-lint-marker-error, .cm-lintRange-error');
    await page.close();
  });

  describe('with the local server', () => {
    const file = (): string => join(opened.folder, 'assignments', '03-losses', 'losses.ts');
    const edited = async (): Promise<string> => readFile(file(), 'utf8');
    const type = async (page: Page, text: string): Promise<void> => {
      await page.focus('.cm-content');
      await page.keyboard.down('Control');
      await page.keyboard.press('Home');
      await page.keyboard.up('Control');
      await page.keyboard.type(text);
    };

    it("should edit the student's own file, and show what is edited elsewhere", async () => {
      const page = await open(`${opened.local}#03-losses/softmax`);
      await resultsOf(page, 'to do');
      await type(page, '// mine');
      await page.waitForFunction(`document.querySelector('.bar').textContent.includes('saved')`);
      await until(async () => (await edited()).startsWith('// mine'));
      await writeFile(file(), await solution('03-losses', 'losses.ts'));
      opened.server.tell('03-losses');
      await page.waitForSelector('.summary.passed');
      expect(opened.complaints).toEqual([]);
      await page.close();
    });

    it('should not lose either of two concurrent edits', async () => {
      const page = await open(`${opened.local}#03-losses/softmax`);
      await page.waitForSelector('.summary');
      await writeFile(file(), `// theirs\n${await solution('03-losses', 'losses.ts')}`);
      // The page has not been notified yet.
      await type(page, '// mine');
      await page.waitForFunction(`document.querySelector('.bar').textContent.includes('changed elsewhere')`);
      expect(await edited()).toMatch(/^\/\/ theirs/);
      expect(await page.evaluate(`document.querySelector('.cm-content').innerText`)).toMatch(/^\/\/ mine/);
      const [theirs] = await page.$$('.bar b ~ button');
      await theirs?.click();
      await page.waitForFunction(`document.querySelector('.cm-content').innerText.startsWith('// theirs')`);
      await page.close();
    });
  });
});
