/** Where an entry may be written, or why it is refused. */
export type EntryPath =
  { readonly status: 'path'; readonly path: string } | { readonly status: 'refused'; readonly reason: string };

// Characters that no file name needs and that disguise names: control and direction marks, lone surrogates, replacement
// characters.
const unprintable = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\uFFFD]/u;

const reservedOnWindows = /^(?:con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])(?:\.|$)/i;

/** File systems' limit for a name in bytes, and a limit for paths that leaves room for a temporary folder. */
const longestName = 255;
const longestPath = 1000;

/**
 * Resolves an entry's name to a relative path, with `/` between folders and in Unicode's composed form, the same on
 * every system: a name that one of them can't store is refused on all.
 */
export function entryPath(name: string): EntryPath {
  if (unprintable.test(name)) return refused('its name has control characters or invisible marks in it');
  if (name.includes('\\')) return refused('its name has a backslash in it');
  if (name.startsWith('/') || /^[a-z]:/i.test(name)) return refused('its name is an absolute path');
  const parts = name
    .normalize('NFC')
    .split('/')
    .filter((part) => part !== '' && part !== '.');
  if (parts.includes('..')) return refused('its name leads out of the archive with ..');
  for (const part of parts) {
    if (/[<>:"|?*]/.test(part)) return refused(`its name has one of < > : " | ? * in it, which Windows can't write`);
    if (/[. ]$/.test(part))
      return refused("its name, or a folder's, ends in a dot or a space, which Windows can't write");
    if (reservedOnWindows.test(part)) return refused(`${part} is a name that Windows keeps for itself`);
    if (Buffer.byteLength(part) > longestName) return refused(`its name is longer than ${longestName} bytes`);
  }
  const path = parts.join('/');
  return Buffer.byteLength(path) > longestPath
    ? refused(`its path is longer than ${longestPath} bytes`)
    : { status: 'path', path };
}

/** A key that is equal for two paths if a common file system treats them as the same. */
export function foldedPath(path: string): string {
  return path.normalize('NFKC').toUpperCase().toLowerCase();
}

function refused(reason: string): EntryPath {
  return { status: 'refused', reason };
}
