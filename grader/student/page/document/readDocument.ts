import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { PageParts } from '../../../bundling';
import type { PageCourse } from './pageDocument';
import type { PageSettings } from './settings';

/** Path of the standalone page in a release. */
export const releasedPage = 'play/index.html';

/** Message about a page that can't be read, in the reader's language. */
export type PageProblems = Readonly<Record<'fileMissing' | 'fileDamaged', (file: string) => string>>;

/** Extracts the parts of a page from the page itself, so a release contains them only once. */
export async function readDocument(
  root: string,
  texts: PageProblems,
): Promise<{ readonly parts: PageParts; readonly course: PageCourse }> {
  const html = await readFile(join(root, ...releasedPage.split('/')), 'utf8').catch(() => {
    throw new Error(texts.fileMissing(releasedPage));
  });
  const inside = (pattern: RegExp): string => {
    const found = pattern.exec(html)?.[1];
    if (found === undefined) throw new Error(texts.fileDamaged(releasedPage));
    return found;
  };
  const packed = new Map(packedIn(html));
  const engine = packed.get('engine') ?? new Uint8Array();
  packed.delete('engine');
  const settings = JSON.parse(inside(/<script type="application\/json" id="settings">([^<]*)</)) as PageSettings;
  return {
    parts: {
      script: inside(/<script>([^]*)<\/script>/),
      style: inside(/<style[^>]*>([^]*?)<\/style>/),
      engine: gunzipSync(engine).toString('utf8'),
    },
    course: { course: settings.course, packed },
  };
}

/** The packed files in a page, by name. */
export function packedIn(html: string): readonly (readonly [name: string, content: Uint8Array])[] {
  const blocks = html.matchAll(/<script type="application\/gzip" id="([\w-]+)">([A-Za-z0-9+/=]*)<\/script>/g);
  return [...blocks].map(([, name = '', content = '']) => [name, Buffer.from(content, 'base64')] as const);
}
