import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'puppeteer-core';
import { describeWith } from '../../../testbed/tools';
import { chromium, findings, openPage, sidewaysScroll, startChromium } from '../../pages/testing/openPages';
import { copiesPage } from './copiesPage';
import { madeCopies } from './testing/madeCopies';

describeWith(chromium, 'the page of likely copies', () => {
  const folder = mkdtempSync(join(tmpdir(), 'descent-copies-page-'));
  const file = join(folder, 'copies.html');
  let browser: Browser | undefined;
  beforeAll(async () => {
    writeFileSync(file, copiesPage(madeCopies, { courseTitle: 'Course', assignment: '03-losses', language: 'en' }));
    browser = await startChromium();
  });
  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true });
  });
  const open = async (
    ...more: [view?: { scheme: 'light' | 'dark'; width: number }, script?: boolean]
  ): ReturnType<typeof openPage> => {
    if (browser === undefined) throw new Error('Chromium did not start');
    return openPage(browser, file, ...more);
  };
  const shown = '[...document.querySelectorAll("details[data-similarity]")].filter((pair) => !pair.hidden).length';

  it.each([
    ['light', 1280],
    ['dark', 1280],
    ['light', 390],
  ] as const)('should be accessible and load no files, %s at %i pixels', async (scheme, width) => {
    const { page, complaints } = await open({ scheme, width });
    await page.evaluate('document.querySelectorAll("details").forEach((one) => (one.open = true))');
    expect(await findings(page)).toEqual([]);
    expect(await sidewaysScroll(page)).toBeLessThanOrEqual(0);
    expect(complaints).toEqual([]);
    await page.close();
  });

  it('should show the pairs above the threshold, and open the one selected in the graph', async () => {
    const { page } = await open();
    expect(await page.evaluate(shown)).toBe(2);
    await page.focus('#threshold');
    for (let step = 0; step < 50; step += 1) await page.keyboard.press('ArrowRight');
    expect(await page.evaluate('document.querySelector("output").textContent')).toBe('90 %');
    expect(await page.evaluate(shown)).toBe(1);
    expect(await page.evaluate('document.querySelectorAll(".edge:not(.gone)").length')).toBe(1);
    await page.click('.edge:not(.gone) text');
    expect(await page.evaluate('document.getElementById("pair-1").open')).toBe(true);
    await page.close();
  });

  it('should show all pairs without its script', async () => {
    const { page } = await open({ scheme: 'light', width: 1280 }, false);
    expect((await page.$$('details[data-similarity]')).length).toBe(3);
    expect(await page.$eval('#slider', (slider) => (slider as unknown as { hidden: boolean }).hidden)).toBe(true);
    await page.close();
  });
});
