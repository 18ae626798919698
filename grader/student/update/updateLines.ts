import type { Update } from './applyRelease';

/** More names help no one; all are in the release's manifest. */
const maxNames = 8;

/** What a student reads of an update: which files, and what to do next. */
export function updateLines({
  version,
  oldVersion,
  added,
  replaced,
  removed,
  hadChanges,
  keptIn,
  newSkeletons,
  stubs,
  newKey,
}: Update): readonly string[] {
  const trusted =
    newKey === undefined ? [] : [`From now on this copy takes only releases that are signed by the key ${newKey}.`];
  const changes = [namesOf('added', added), namesOf('replaced', replaced), namesOf('removed', removed)].flat();
  const skeletons = [
    ...stubs.map(
      ({ path, names }) => `${path} has ${names.join(', ')} now, still to do; what it was before is in ${keptIn}.`,
    ),
    ...newSkeletons.map(
      (path) =>
        `The skeleton of ${path} is another now; yours keeps what you wrote. Compare it with the new release's.`,
    ),
  ];
  if (changes.length === 0 && stubs.length === 0)
    return [`Nothing to do: this is version ${version} of the checks already.`, ...trusted, ...skeletons];
  return [
    ...trusted,
    `The checks are version ${version} now${oldVersion === undefined || oldVersion === version ? '' : `, before ${oldVersion}`}. Your own functions are as they were.`,
    ...changes,
    ...(hadChanges.length === 0 ? [] : [`You had changed ${hadChanges.join(', ')}; your versions are in ${keptIn}.`]),
    ...skeletons,
    ...([...added, ...replaced].includes('package-lock.json')
      ? ['Run `npm install`, since other packages are needed now.']
      : []),
  ];
}

/** Files that people read come first, those of the grader's are many. */
function namesOf(what: string, paths: readonly string[]): readonly string[] {
  if (paths.length === 0) return [];
  const isGraders = (path: string): boolean => path.startsWith('grader/');
  const ordered = [...paths.filter((path) => !isGraders(path)), ...paths.filter(isGraders)];
  const more = ordered.length - maxNames;
  return [`  ${what}: ${ordered.slice(0, maxNames).join(', ')}${more > 0 ? ` and ${more} more` : ''}`];
}
