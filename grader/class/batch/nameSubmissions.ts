import { createHash } from 'node:crypto';
import { withoutArchiveEnding } from '../../pipeline/submission';

/** The name of a submission in results, and why it differs from its folder or archive. */
export interface SubmissionName {
  readonly name: string;
  readonly reason: string | undefined;
}

/** Leaves room for an extension and for temporary names within the 255 bytes of a file name. */
const maxBytes = 150;
/** Control characters, characters forbidden on Windows, and invisible ones that make names look alike. */
const forbiddenCharacters =
  // eslint-disable-next-line no-control-regex -- control characters are among the forbidden ones
  /[\u0000-\u001f\u007f-\u009f<>:"/\\|?*\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufffd]/gu;
const reservedNames = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\..*)?$|^(?:__proto__|constructor|prototype)$/i;

/** Hash lengths in hexadecimal digits; longer ones are tried if shorter ones collide. */
const hashLengths = [8, 16, 32, 64] as const;

/**
 * Gives each entry a distinct name that is valid as a file name on every system, in a table cell and on a page. An
 * unsafe name, or one that two entries would share, gets a hash of the entry's name. It doesn't depend on other
 * entries, unless one has exactly that name.
 */
export function nameSubmissions(entries: readonly string[]): ReadonlyMap<string, SubmissionName> {
  let names = [...new Set(entries)].map((entry): Proposed => {
    const wanted = withoutArchiveEnding(entry);
    const reason = fault(wanted);
    return { entry, wanted, reason, hashes: reason === undefined ? 0 : 1 };
  });
  // A cleaned name can equal another entry's: collisions get longer hashes until there are none.
  for (let shared = sharedNames(names); shared.size > 0; shared = sharedNames(names)) {
    names = names.map((one) =>
      shared.has(sameFile(nameOf(one)))
        ? {
            ...one,
            reason: one.reason ?? 'another has the same name',
            hashes: Math.min(one.hashes + 1, hashLengths.length),
          }
        : one,
    );
  }
  return new Map(names.map((one) => [one.entry, { name: nameOf(one), reason: one.reason }]));
}

interface Proposed extends Omit<SubmissionName, 'name'> {
  readonly entry: string;
  readonly wanted: string;
  /** Number of `hashLengths` tried; 0 if the entry keeps its name. */
  readonly hashes: number;
}

function nameOf({ entry, wanted, hashes }: Proposed): string {
  const length = hashLengths[hashes - 1];
  return length === undefined ? wanted : `${cleaned(wanted)}-${hashOf(entry).slice(0, length)}`;
}

/** The names, as `sameFile` maps them, that occur more than once. */
function sharedNames(names: readonly Proposed[]): ReadonlySet<string> {
  const seen = new Set<string>();
  const shared = new Set<string>();
  for (const file of names.map((one) => sameFile(nameOf(one)))) (seen.has(file) ? shared : seen).add(file);
  return shared;
}

function fault(name: string): string | undefined {
  if (/^[\s'=+\-@＝＋－＠]/u.test(name)) return 'a spreadsheet would take it for a formula';
  if (name.search(forbiddenCharacters) !== -1) return 'it has characters not allowed in file names';
  if (reservedNames.test(name)) return 'the name is reserved';
  if (/[\s.]$/u.test(name) || name === '') return 'some systems drop its last character';
  if (Buffer.byteLength(name) > maxBytes) return 'the name is too long';
  return undefined;
}

/** Maps names to one key if they are the same file on systems that ignore case or the encoding of accents. */
function sameFile(name: string): string {
  // Upper case last: ς and σ, or ß and ss, have one upper case.
  return name.normalize('NFKC').toLowerCase().toUpperCase();
}

function cleaned(name: string): string {
  const signs = name
    .replace(forbiddenCharacters, '_')
    .replace(/^[\s'=+\-@＝＋－＠]+/u, '_')
    .replace(/[\s.]+$/u, '_');
  let short = '';
  for (const sign of signs) {
    if (Buffer.byteLength(short + sign) > maxBytes) break;
    short += sign;
  }
  return reservedNames.test(short) || short === '' ? `_${short}` : short;
}

function hashOf(entry: string): string {
  return createHash('sha256').update(entry).digest('hex');
}
