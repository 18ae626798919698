import type { Renamed } from '../withStubs';

const unchanged = 'Nothing was changed';
const again = `get it from where the course publishes it. ${unchanged}`;

/** Texts of `npm run update`. */
export const en = {
  staffs: "this is the staff's checkout; update is for a student's copy, made by `grader release`",
  noFolder: (from: string): string => `there is no folder ${from}; name the unpacked folder of the new release`,
  sameCopy: 'that is this copy itself; name the folder of the newer release',
  noRelease: (folder: string): string =>
    `${folder} is not a release: it has no MANIFEST.json; name the unpacked folder of the new release`,
  damagedManifest: (why: string): string => `MANIFEST.json is damaged: ${why}`,
  wrongChecksum: 'its own checksum does not match',
  lacksFile: (path: string): string => `the release is incomplete: ${path} is missing; get it again. ${unchanged}`,
  damagedFile: (path: string): string =>
    `the release is damaged: ${path} is not what MANIFEST.json says; get it again. ${unchanged}`,
  unsigned: (from: string): string => `${from} is not signed; ${again}`,
  changedSince: (from: string): string => `${from} does not match its signature; ${again}`,
  otherKey: (from: string, expected: string, got: string): string =>
    `${from} is not signed by the key of your copy: expected ${expected}, got ${got}; ${again}. ` +
    `If the course announces that its key is now ${got}: npm run update -- ${from} --accept-key ${got}`,
  nothingToDo: (version: string, release: string | undefined): string =>
    `Nothing to do: the checks are version ${version} already${release === undefined ? '' : `, as in release ${release}`}.`,
  trusted: (key: string): string => `From now on this copy only accepts releases signed with the key ${key}.`,
  release: (now: string, before: string | undefined): string =>
    `This is now release ${now}${before === undefined ? '' : ` (was ${before})`}.`,
  version: (now: string, before: string | undefined): string =>
    `The checks are now version ${now}${before === undefined ? '' : ` (were ${before})`}. Your own functions are unchanged.`,
  added: (paths: readonly string[], more: number): string => `added: ${names(paths, more)}`,
  replaced: (paths: readonly string[], more: number): string => `replaced: ${names(paths, more)}`,
  removed: (paths: readonly string[], more: number): string => `removed: ${names(paths, more)}`,
  hadChanges: (paths: readonly string[], keptIn: string): string =>
    `You had changed ${paths.join(', ')}; your versions are in ${keptIn}.`,
  stubs: (path: string, functions: readonly string[], keptIn: string): string =>
    `${path} now has ${functions.join(', ')}, still to do; the file as it was is in ${keptIn}.`,
  renamed: ({ path, from, to }: Renamed & { readonly path: string }): string =>
    `${from} in ${path} is now called ${to}. Yours is unchanged and counts under either name; you can rename it any time.`,
  newSkeleton: (path: string): string =>
    `The skeleton of ${path} has changed; your file keeps what you wrote. Compare it with the new release's.`,
  install: 'Run `npm install`, since the packages it needs have changed.',
};

export type UpdateTexts = typeof en;

function names(paths: readonly string[], more: number): string {
  return `${paths.join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}
