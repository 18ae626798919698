import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Checkout, ScheduledAssignment } from '../pipeline/course';
import type { Assignment, Language } from '../pipeline/types';

/** File names of handouts by language. */
export const handoutNames = { en: 'README.md', zh: 'README.zh-CN.md' } as const satisfies Record<Language, string>;

/** A handout without generated parts. */
export interface Handout {
  /** Its file name in the course. */
  readonly name: string;
  readonly language: Language;
  readonly text: string;
}

type Taken = Pick<ScheduledAssignment, 'title' | 'language'>;

/** The link from a handout to the other language. */
const otherLanguage = /^\[[^\]]+\]\(README(?:\.zh-CN)?\.md\)\n\n/m;
/** Its heading, with the assignment's number. */
const heading = /^(# +(?:\d+ *[·.:] *)?).+$/m;

/**
 * The handouts of an engine's assignment for a course: in one language or both, with the course's title.
 *
 * @throws if there is no handout in that language
 */
export async function takeHandouts({ engine }: Checkout, id: string, taken: Taken): Promise<readonly Handout[]> {
  const languages = taken.language === undefined ? (['en', 'zh'] as const) : [taken.language];
  const found = languages.map(async (language): Promise<readonly Handout[]> => {
    const text = await readFile(join(engine, 'assignments', id, handoutNames[language]), 'utf8').catch(() => undefined);
    if (text === undefined && taken.language !== undefined)
      throw new Error(`there is no handout of ${id} in ${language}`);
    if (text === undefined) return [];
    const single = taken.language === undefined ? text : text.replace(otherLanguage, '');
    const titled =
      taken.title === undefined ? single : single.replace(heading, (_, start: string) => start + taken.title);
    return [{ name: taken.language === undefined ? handoutNames[language] : handoutNames.en, language, text: titled }];
  });
  return (await Promise.all(found)).flat();
}

/** Other files next to a handout that are not generated: tests, and hand-drawn figures. */
export async function takeOthers({ engine }: Checkout, { id, file }: Assignment): Promise<readonly string[]> {
  const entries = await readdir(join(engine, 'assignments', id), { withFileTypes: true });
  const generated = new Set<string>([file, 'public.json', ...Object.values(handoutNames)]);
  return entries.filter((entry) => entry.isFile() && !generated.has(entry.name)).map(({ name }) => name);
}
