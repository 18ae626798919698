import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Page } from 'puppeteer-core';
import { describeWith } from '../../../testbed/tools';
import { chromium, findings, sidewaysScroll, startChromium } from '../../../class/pages/testing/openPages';
import { solved, withMistake, withoutFunction } from '../testing/students';
import { bundleViews, openView, type Look } from '../testing/viewPage';
import { views } from '.';
import { itOf } from '../../../testbed/course/ofCourse';

/** Folder for screenshots of the views, for manual review. */
const screenshots = process.env.DESCENT_SCREENSHOTS;

/** Each language, scheme and width once. */
const looks: readonly Look[] = [
  { language: 'en', scheme: 'light', width: 1280 },
  { language: 'zh', scheme: 'dark', width: 390 },
];

describeWith(chromium, 'views in Chromium', () => {
  let browser: Browser;
  let script = '';
  beforeAll(async () => {
    [browser, script] = await Promise.all([startChromium(), bundleViews()]);
  });
  afterAll(() => browser.close());

  describe.each(views.map((view) => ({ id: view.id })))('$id', ({ id }) => {
    it.each(looks)(
      'should be accessible, log no errors and be no wider than the screen: $language, $scheme, $width px',
      async (look) => {
        const { page, complaints } = await openView(browser, script, { ...look, id, student: solved });
        expect(await findings(page)).toEqual([]);
        expect(await sidewaysScroll(page)).toBeLessThanOrEqual(0);
        // If there is room, figures are side by side.
        const tops = (await page.evaluate(`[...document.querySelectorAll('figure')].map((one) => one.getBoundingClientRect().top)`)) as readonly number[]; // prettier-ignore
        expect(tops[0] === tops[1]).toBe(look.width === 1280);
        expect(complaints).toEqual([]);
        if (screenshots !== undefined) {
          await mkdir(screenshots, { recursive: true });
          await page.screenshot({
            path: join(screenshots, `${id}-${look.language}-${look.scheme}-${look.width}.png`),
            fullPage: true,
          });
        }
        await page.close();
      },
    );
  });

  const look: Look = { language: 'en', scheme: 'light', width: 1280 };
  const sentences = 'document.querySelector(".sentences").textContent';
  const drawnAgain = async (page: Page, act: () => Promise<unknown>): Promise<void> => {
    const before = (await page.evaluate('document.querySelector("#host").dataset.drawn')) as string;
    await act();
    await page.waitForFunction(`document.querySelector("#host").dataset.drawn !== "${before}"`);
  };

  it('should move a start point by keyboard, keep the focus, and reset it', async () => {
    const { page } = await openView(browser, script, { ...look, id: 'descent', student: solved });
    const first = await page.evaluate(sentences);
    await page.focus('.handle');
    await drawnAgain(page, () => page.keyboard.press('ArrowUp'));
    expect(await page.evaluate('document.activeElement.getAttribute("aria-label")')).toBe('Start at (-2, 1.25)');
    expect(await page.evaluate(sentences)).not.toBe(first);
    await drawnAgain(page, () => page.evaluate('[...document.querySelectorAll("button")].at(-1).click()'));
    expect(await page.evaluate(sentences)).toBe(first);
    await page.close();
  });

  /** A view with several computations draws more than once, so wait for its text. */
  const says = (page: Page, what: string): Promise<unknown> =>
    page.waitForFunction(`${sentences}.includes(${JSON.stringify(what)})`);

  it('should drag a start point', async () => {
    const { page } = await openView(browser, script, { ...look, id: 'descent', student: solved });
    const handle = await page.$('.handle');
    const box = await handle?.boundingBox();
    const [x, y] = [(box?.x ?? 0) + 14, (box?.y ?? 0) + 14];
    await page.mouse.move(x, y);
    await page.mouse.down();
    await drawnAgain(page, () => page.mouse.move(x + 60, y + 30));
    await page.mouse.up();
    expect(await page.evaluate('document.querySelector(".handle").getAttribute("aria-label")')).not.toBe(
      'Start at (-2, 1.2)',
    );
    await page.close();
  });

  itOf('06-optimizers')('should show what is saved at once: momentum with a wrong sign diverges', async () => {
    let student = solved();
    const { page } = await openView(browser, script, { ...look, id: 'descent', student: () => student });
    expect(await page.evaluate(sentences)).not.toContain('Momentum diverges');
    student = withMistake(student, '06-optimizers', 'momentumStep', 'gradient-added');
    await page.evaluate('mounted.update()');
    await says(page, 'Momentum diverges: at step 1');
    student = withoutFunction(student, '06-optimizers', 'momentumStep');
    await drawnAgain(page, () => page.evaluate('mounted.update()'));
    expect(await page.evaluate('document.querySelector(".notes").textContent')).toContain(
      'momentumStep is still to do',
    );
    expect(await page.evaluate('document.querySelector(".unavailable").textContent')).toContain('Momentum');
    await page.close();
  });

  it('should save a figure as SVG and as PNG', async () => {
    const { page, complaints } = await openView(browser, script, { ...look, id: 'losses', student: solved });
    await page.evaluate(
      `globalThis.saved = []; HTMLAnchorElement.prototype.click = function () { saved.push(this.download); fetch(this.href).then((file) => file.blob()).then((blob) => saved.push(blob.type, blob.size)); }`,
    );
    await page.evaluate('document.querySelectorAll(".save").forEach((button, index) => index < 2 && button.click())');
    await page.waitForFunction('saved.length === 6');
    const saved = (await page.evaluate('saved')) as readonly (string | number)[];
    expect(saved).toEqual(
      expect.arrayContaining(['losses-scores.svg', 'losses-scores.png', 'image/svg+xml', 'image/png']),
    );
    expect(saved.filter((one) => typeof one === 'number').every((size) => size > 2000)).toBe(true);
    expect(complaints).toEqual([]);
    await page.close();
  });

  it('should add a point at a click, and remove it by keyboard', async () => {
    const { page } = await openView(browser, script, { ...look, id: 'classifier', student: solved });
    await says(page, 'of 24 points');
    const box = await (await page.$('.image.pressable'))?.boundingBox();
    await page.mouse.click((box?.x ?? 0) + 200, (box?.y ?? 0) + 300);
    await says(page, 'of 25 points');
    await page.focus('.handle:last-of-type');
    await page.keyboard.press('Delete');
    await says(page, 'of 24 points');
    await page.close();
  });
});
