import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { program } from '../../../testbed/tools';

/** A colour scheme and window size. */
export interface View {
  readonly scheme: 'light' | 'dark';
  /** In CSS pixels. */
  readonly width: number;
}

/** An open page, with its errors and requests. */
export interface OpenPage {
  readonly page: Page;
  /** Errors, messages, and requests for anything but the page's own file. */
  readonly complaints: readonly string[];
}

const desktop: View = { scheme: 'light', width: 1280 };

/** Each scheme and width once; findings don't depend on their combination. */
export const views: readonly View[] = [desktop, { scheme: 'dark', width: 390 }];

const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium';

/** Chromium from the environment variable CHROMIUM, else Debian's path. */
export const chromium = program('Chromium', ['--version'], executablePath);

/** Slow machines exceed Puppeteer's default of 30 s. */
const timeoutMs = 300_000;

/** Starts Chromium, for root without its sandbox, which root can't use. */
export function startChromium(): Promise<Browser> {
  const args = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  // Longer than page timeouts, whose errors name what they waited for.
  return puppeteer.launch({ executablePath, args, protocolTimeout: 2 * timeoutMs });
}

/** Opens an empty page that adds errors and messages to `complaints`. */
export async function newPage(browser: Browser, complaints: string[]): Promise<Page> {
  const page = await browser.newPage();
  page.setDefaultTimeout(timeoutMs);
  page.on('console', (message) => complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(String(error)));
  return page;
}

/** Opens a file from disk, as a double click does. */
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

/** The violations that axe-core finds, one per line. */
export async function findings(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe);
  return (await page.evaluate(`axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) =>
    violations.map(({ id, nodes }) => id + ': ' + nodes.map(({ html }) => html.slice(0, 100)).join(' | ')))`)) as string[];
}

/** The page's horizontal overflow in pixels. */
export async function sidewaysScroll(page: Page): Promise<number> {
  return (await page.evaluate('document.documentElement.scrollWidth - innerWidth')) as number;
}
