import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser } from 'puppeteer-core';
import { describeWith } from '../../../testbed/tools';
import { chromium, findings, sidewaysScroll, startChromium } from '../../../class/pages/browser/openPages';
import { solved } from '../testing/students';
import { bundleViews, openView, type Look } from '../testing/viewPage';
import { views } from '.';

/** Where pictures of the views are left, for a person to look at. */
const screenshots = process.env.DESCENT_SCREENSHOTS;

const looks: readonly Look[] = [
  { language: 'en', scheme: 'light', width: 1280 },
  { language: 'en', scheme: 'dark', width: 390 },
  { language: 'zh', scheme: 'light', width: 390 },
  { language: 'zh', scheme: 'dark', width: 1280 },
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
      'should be sound, quiet and no wider than the screen: $language, $scheme, $width px',
      async (look) => {
        const { page, complaints } = await openView(browser, script, { ...look, id, student: solved });
        expect(await findings(page)).toEqual([]);
        expect(await sidewaysScroll(page)).toBeLessThanOrEqual(0);
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
});
