import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { program } from '../../../testbed/tools';

/** How a reader looks at a page. */
export interface View {
  readonly scheme: 'light' | 'dark';
  /** CSS pixels across. */
  readonly width: number;
}

/** A page as its reader sees it, and what it asked for or complained of. */
export interface OpenPage {
  readonly page: Page;
  /** Errors, messages, and requests for anything but the page's own file. */
  readonly complaints: readonly string[];
}

const desktop: View = { scheme: 'light', width: 1280 };

/** Each scheme and each width once: no finding depends on both. */
export const views: readonly View[] = [desktop, { scheme: 'dark', width: 390 }];

const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium';

/** Chromium as the environment variable CHROMIUM names it, else where Debian puts it. */
export const chromium = program('Chromium', ['--version'], executablePath);

/** For what never comes: a machine that is slow takes longer than Puppeteer's half a minute. */
const patienceMs = 300_000;

/** Starts it. Root may not use its sandbox. */
export function startChromium(): Promise<Browser> {
  const args = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return puppeteer.launch({ executablePath, args });
}

/** An empty page, which adds errors and messages to its complaints. */
export async function newPage(browser: Browser, complaints: string[]): Promise<Page> {
  const page = await browser.newPage();
  page.setDefaultTimeout(patienceMs);
  page.on('console', (message) => complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(String(error)));
  return page;
}

/** Opens a file, from disk as a double click would. */
export async function openPage(browser: Browser, file: string, view: View = desktop, script = true): Promise<OpenPage> {
  const complaints: string[] = [];
  const page = await newPage(browser, complaints);
  page.on('dialog', (dialog) => {
    complaints.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  const { href } = pathToFileURL(file);
  page.on('request', (request) => {
    if (request.url().split('#')[0] !== href && !request.url().startsWith('data:'))
      complaints.push(`request: ${request.url()}`);
  });
  await page.setJavaScriptEnabled(script);
  await page.setViewport({ width: view.width, height: 900 });
  await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: view.scheme }]);
  await page.goto(href);
  return { page, complaints };
}

const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

/** What axe-core finds wrong with a page, a line each. */
export async function findings(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe);
  return (await page.evaluate(`axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) =>
    violations.map(({ id, nodes }) => id + ': ' + nodes.map(({ html }) => html.slice(0, 100)).join(' | ')))`)) as string[];
}

/** How far the page itself must be scrolled sideways. */
export async function sidewaysScroll(page: Page): Promise<number> {
  return (await page.evaluate('document.documentElement.scrollWidth - innerWidth')) as number;
}
