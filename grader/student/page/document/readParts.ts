import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { PageParts } from '../../../bundling';

/** Where a release keeps the page's programs. */
export const partFiles: Readonly<Record<keyof PageParts, string>> = {
  script: 'grader/student/page/page.js',
  style: 'grader/student/page/page.css',
  engine: 'grader/student/page/engine.js',
};

/** The page's programs as a release brought them. @throws in one sentence if one is missing */
export async function readParts(root: string): Promise<PageParts> {
  const read = (path: string): Promise<string> =>
    readFile(join(root, ...path.split('/')), 'utf8').catch(() => {
      throw new Error(`${path} is missing; get it again from the course`);
    });
  return {
    script: await read(partFiles.script),
    style: await read(partFiles.style),
    engine: await read(partFiles.engine),
  };
}
