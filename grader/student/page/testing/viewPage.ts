import { join } from 'node:path';
import { build } from 'esbuild';
import type { Browser, Page } from 'puppeteer-core';
import { newPage } from '../../../class/pages/testing/openPages';
import type { Language } from '../../../pipeline/types';
import { tf } from '../../../precision';
import { computations, type StudentFunctions } from '../computations';
import { runComputation } from '../computations/runComputation';

/** Language, scheme and width of a reader. */
export interface Look {
  readonly language: Language;
  readonly scheme: 'light' | 'dark';
  readonly width: number;
}

/** The views as one script that mounts the requested one. */
export async function bundleViews(): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents: client, resolveDir: join(__dirname, '../views'), loader: 'ts' },
    bundle: true,
    format: 'iife',
    target: 'es2022',
    write: false,
  });
  return outputFiles[0]?.text ?? '';
}

// JSON has no Infinity, which a wrong step can produce.
const client = `
  import { views, viewStyle } from './index';
  declare const compute: (id: string, parameters: unknown) => Promise<string>;
  const revive = (_key: string, value: unknown) =>
    typeof value === 'string' && /^number:/.test(value) ? Number(value.slice(7)) : value;
  Object.assign(globalThis, {
    mountView(id: string, language: 'en' | 'zh') {
      const style = document.head.appendChild(document.createElement('style'));
      style.textContent = viewStyle;
      const view = views.find((one) => one.id === id);
      document.querySelector('h1').textContent = view.title(language);
      globalThis.mounted = view.mount(document.querySelector('#host'), {
        language,
        call: async ({ id }, parameters) => JSON.parse(await compute(id, parameters), revive),
      });
    },
  });
`;

function toJson(value: unknown): string {
  return JSON.stringify(value, (_key, item: unknown) =>
    typeof item === 'number' && !Number.isFinite(item) ? `number:${item}` : item,
  );
}

/** A page with one view, whose computations run in this process, with a student's functions. */
export async function openView(
  browser: Browser,
  script: string,
  options: Look & { readonly id: string; readonly student: () => StudentFunctions },
): Promise<{ readonly page: Page; readonly complaints: readonly string[] }> {
  const { id, student, language, scheme, width } = options;
  const complaints: string[] = [];
  const page = await newPage(browser, complaints);
  await page.setViewport({ width, height: 900 });
  await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
  await page.exposeFunction('compute', (asked: string, parameters: never) => {
    const computation = computations.find((one) => one.id === asked);
    if (computation === undefined) throw new Error(`The worker knows no computation ${asked}.`);
    return toJson(runComputation(computation, student(), tf, parameters));
  });
  const lang = language === 'zh' ? 'zh-CN' : 'en';
  await page.setContent(
    `<!doctype html><html lang="${lang}"><meta name="viewport" content="width=device-width"><title>Views</title>` +
      `<style>body { margin: 0; padding: 1rem; background: var(--paper); color: var(--ink); font-family: system-ui, "Noto Sans CJK SC", sans-serif; }</style>` +
      `<main><h1></h1><div id="host"></div></main></html>`,
  );
  await page.evaluate(script);
  await page.evaluate(`mountView(${JSON.stringify(id)}, ${JSON.stringify(language)})`);
  await page.waitForFunction('document.querySelector("#host").dataset.drawn >= 1 && document.querySelector("svg")');
  return { page, complaints };
}
