/**
 * The pages of a class of 200 and of 2,000 made students: how large the class page is, how long it takes to write all,
 * to open it in Chromium (until its script has run, and until it has been painted), to sort and to search it, and what
 * axe-core finds.
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

const counts = process.argv.slice(2).map(Number).filter(Number.isInteger);
const runs = 5;

/** Two frames later than all that a page does: then it has been seen. */
const painted = 'new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))';

/** Milliseconds since the page was asked for. */
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
    const median = (of: (one: OpeningTime) => number): string =>
      (times.map(of).toSorted((a, b) => a - b)[runs >> 1] ?? NaN).toFixed(0);
    console.log(`${count} students`);
    console.log(
      `  class page ${(size / 1024).toFixed(0)} KiB; all ${count + 1} pages written in ${written.toFixed(0)} ms`,
    );
    console.log(
      `  opened in ${median((one) => one.loaded)} ms, painted after ${median((one) => one.painted)} ms (medians of ${runs})`,
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
