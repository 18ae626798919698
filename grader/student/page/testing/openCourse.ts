import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'puppeteer-core';
import { keptPage } from '../../../bundling';
import { newPage, startChromium } from '../../../class/pages/testing/openPages';
import { curriculum } from '../../../curriculum';
import type { CourseFolders } from '../../../pipeline/course';
import { pageDocument, PageServer, readCourseOnPage, WorkFiles, type PageCourse } from '..';

interface Look {
  readonly scheme?: 'light' | 'dark';
  readonly width?: number;
}

/** The page of a course in Chromium: as one file, and served for a working copy. */
export interface OpenCourse {
  readonly course: PageCourse;
  /** Folder of the page, and the working copy. */
  readonly folder: string;
  /** Address of the file. */
  readonly site: string;
  /** Address of the server. */
  readonly local: string;
  readonly server: PageServer;
  /** Errors, console messages, and foreign requests of all pages. */
  readonly complaints: string[];
  readonly open: (address: string, look?: Look) => Promise<Page>;
  readonly close: () => Promise<void>;
}

/** Builds the page and opens a browser. Must always be closed. */
export async function openCourse({ root, engine }: CourseFolders): Promise<OpenCourse> {
  const folder = await mkdtemp(join(tmpdir(), 'descent-page-'));
  const [parts, course] = await Promise.all([
    keptPage({ root, engine }),
    readCourseOnPage({ root, engine, curriculum }),
  ]);
  await writeFile(join(folder, 'index.html'), pageDocument(parts, course, { language: 'en', address: undefined }));
  await cp(join(root, 'assignments'), join(folder, 'assignments'), { recursive: true });
  const server = new PageServer(new WorkFiles(folder, course.course.assignments), (address) =>
    pageDocument(parts, course, { language: 'en', address }),
  );
  const site = pathToFileURL(join(folder, 'index.html')).href;
  const local = await server.listen();
  const browser: Browser = await startChromium();
  const complaints: string[] = [];

  const open = async (address: string, { scheme = 'light', width = 1280 }: Look = {}): Promise<Page> => {
    const page = await newPage(browser, complaints);
    page.on('request', (request) => {
      const url = request.url();
      if (!/^(?:blob|data):/.test(url) && !url.startsWith(site) && !url.startsWith(local))
        complaints.push(`request: ${url}`);
    });
    await page.setViewport({ width, height: 900 });
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
    await page.goto(address);
    await page.waitForSelector('main h1');
    return page;
  };
  const close = async (): Promise<void> => {
    await browser.close();
    server.close();
    await rm(folder, { recursive: true });
  };
  return { course, folder, site, local, server, complaints, open, close };
}
