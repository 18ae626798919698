import type { Update } from './applyRelease';
import type { UpdateTexts } from './texts';

/** Maximum number of listed names; all are in the release's manifest. */
const maxNames = 8;

/** What a student reads of an update: which files, and what to do next. */
export function updateLines(update: Update, texts: UpdateTexts): readonly string[] {
  const { version, oldVersion, release, oldRelease, newKey } = update;
  const { added, replaced, hadChanges, keptIn, newSkeletons, stubs, renamed } = update;
  const trusted = newKey === undefined ? [] : [texts.trusted(newKey)];
  const changes = (['added', 'replaced', 'removed'] as const).flatMap((what) => linesOf(texts[what], update[what]));
  const skeletons = [
    ...stubs.map(({ path, names }) => texts.stubs(path, names, keptIn)),
    ...renamed.map(texts.renamed),
    ...newSkeletons.map(texts.newSkeleton),
  ];
  if (changes.length === 0 && stubs.length === 0)
    return [texts.nothingToDo(version, release), ...trusted, ...skeletons];
  return [
    ...trusted,
    ...(release === undefined ? [] : [texts.release(release, oldRelease === release ? undefined : oldRelease)]),
    texts.version(version, oldVersion === version ? undefined : oldVersion),
    ...changes,
    ...(hadChanges.length === 0 ? [] : [texts.hadChanges(hadChanges, keptIn)]),
    ...skeletons,
    ...([...added, ...replaced].includes('package-lock.json') ? [texts.install] : []),
  ];
}

/** Files for people come first, since the grader has many. */
function linesOf(say: UpdateTexts['added'], paths: readonly string[]): readonly string[] {
  if (paths.length === 0) return [];
  const isGraders = (path: string): boolean => path.startsWith('grader/');
  const ordered = [...paths.filter((path) => !isGraders(path)), ...paths.filter(isGraders)];
  return [`  ${say(ordered.slice(0, maxNames), Math.max(0, ordered.length - maxNames))}`];
}
