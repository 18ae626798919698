import { gunzipSync } from 'node:zlib';
import { keptPage } from '../../bundling';
import type { Checkout } from '../../pipeline/course';
import { packedIn, pageDocument, readCourseOnPage, releasedPage } from '../../student/page';
import type { Files } from '../../student/update';

/** The standalone page, and its content in a form that can be searched for leaks. */
export interface BuiltPlay {
  readonly files: Files;
  /** Its packed files, and its programs with all names. */
  readonly readable: Files;
}

/** Builds the page that a course can host, and that a student's `npm run play` uses. */
export async function buildPlay(checkout: Checkout): Promise<BuiltPlay> {
  const page = pageDocument(await keptPage(checkout), await readCourseOnPage(checkout), {
    language: 'en',
    address: undefined,
  });
  const named = await keptPage(checkout, { minify: false });
  return {
    files: new Map([[releasedPage, Buffer.from(page)]]),
    readable: new Map([
      ...packedIn(page).map(([name, content]): [string, Uint8Array] => [
        name === 'engine' ? 'grader/student/page/engine.min.js' : `${releasedPage} (${name})`,
        gunzipSync(content),
      ]),
      ['grader/student/page/engine.js', Buffer.from(named.engine)],
      ['grader/student/page/page.js', Buffer.from(named.script)],
    ]),
  };
}
