import type { Update } from './applyRelease';
import type { UpdateTexts } from './texts';

/** Maximum number of listed names; all are in the release's manifest. */
const maxNames = 8;

/** Describes an update to the student: which files, and what to do next. */
export function updateLines(
  {
    version,
    oldVersion,
    release,
    oldRelease,
    added,
    replaced,
    removed,
    hadChanges,
    keptIn,
    newSkeletons,
    stubs,
    renamed,
    newKey,
  }: Update,
  texts: UpdateTexts,
): readonly string[] {
  const trusted = newKey === undefined ? [] : [texts.trusted(newKey)];
  const changes = [
    linesOf(texts.added, added),
    linesOf(texts.replaced, replaced),
    linesOf(texts.removed, removed),
  ].flat();
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
