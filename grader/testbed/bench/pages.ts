/**
 * Pages of generated classes of 200 and 2,000 students: size of the class page, time to write all pages, to open the class
 * page in Chromium (until loaded and until painted), to sort and to search it, and findings of axe-core.
 *
 *     node grader/testbed/bench/run.js pages [STUDENTS]…
 */
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'puppeteer-core';
import { writePages } from '../../class/pages';
import { findings, openPage, startChromium } from '../../class/pages/testing/openPages';
import { madeClass } from '../../class/pages/testing/madeClass';
import { median } from './shared/median';

const counts = process.argv.slice(2).map(Number).filter(Number.isInteger);
const runs = 5;

/** Resolves after two frames, when the page has been painted. */
const painted = 'new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))';

/** Milliseconds since the request. */
interface OpeningTime {
  readonly loaded: number;
  readonly painted: number;
}

async function openingTimes(browser: Browser, file: string): Promise<OpeningTime> {
  const begin = performance.now();
  const { page } = await openPage(browser, file);
  const loaded = performance.now() - begin;
  await page.evaluate(painted);
  const seen = performance.now() - begin;
  await page.close();
  return { loaded, painted: seen };
}

async function measure(browser: Browser, count: number): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'descent-pages-'));
  try {
    const results = madeClass(count);
    const begin = performance.now();
    const { classPage } = await writePages(folder, { folder, results });
    const written = performance.now() - begin;
    const times: OpeningTime[] = [];
    for (let run = 0; run < runs; run += 1) times.push(await openingTimes(browser, classPage));
    const { page } = await openPage(browser, classPage);
    const timed = async (action: string): Promise<number> =>
      (await page.evaluate(
        `(async () => { const begin = performance.now(); ${action}; await ${painted}; return performance.now() - begin; })()`,
      )) as number;
    const sorted = await timed(`document.querySelectorAll('#students-table thead button')[1].click()`);
    const searched = await timed(
      `{ const input = document.getElementById('search'); input.value = 'ada'; input.dispatchEvent(new Event('input')); }`,
    );
    const wrong = await findings(page);
    await page.close();
    const { size } = await stat(classPage);
    const medianOf = (of: (one: OpeningTime) => number): string => median(times.map(of)).toFixed(0);
    console.log(`${count} students`);
    console.log(
      `  class page ${(size / 1024).toFixed(0)} KiB; all ${count + 1} pages written in ${written.toFixed(0)} ms`,
    );
    console.log(
      `  opened in ${medianOf((one) => one.loaded)} ms, painted after ${medianOf((one) => one.painted)} ms (medians of ${runs})`,
    );
    console.log(`  sorted by total in ${sorted.toFixed(0)} ms, searched in ${searched.toFixed(0)} ms`);
    console.log(`  axe-core: ${wrong.length} findings${wrong.map((line) => `\n    ${line}`).join('')}`);
  } finally {
    await rm(folder, { recursive: true });
  }
}

void (async () => {
  const browser = await startChromium();
  try {
    for (const count of counts.length > 0 ? counts : [200, 2000]) await measure(browser, count);
  } finally {
    await browser.close();
  }
})();
