import { createHash } from 'node:crypto';
import { withoutArchiveEnding } from '../../pipeline/submission';

/** What a submission is called in results, and why not as its folder or archive is. */
export interface SubmissionName {
  readonly name: string;
  readonly reason: string | undefined;
}

/** Room for an ending and for the names of temporary files within the 255 bytes that a file's name may have. */
const maxBytes = 150;
/** Control characters, what Windows forbids, and signs that make a text look like another. */
const forbiddenSigns =
  // eslint-disable-next-line no-control-regex -- control characters are among what it is about
  /[\u0000-\u001f\u007f-\u009f<>:"/\\|?*\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufffd]/gu;
const reservedNames = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\..*)?$|^(?:__proto__|constructor|prototype)$/i;

/** Hexadecimal digits of a hash; more where fewer would leave two names the same. */
const hashLengths = [8, 16, 32, 64] as const;

/**
 * Names that are files' names on every system, cells of a table and parts of a page, all different.
 * One that is no good, or that two entries would share, gets a hash of the entry's own name: it stays the same whatever
 * else is there, unless another entry is called just that.
 */
export function nameSubmissions(entries: readonly string[]): ReadonlyMap<string, SubmissionName> {
  let names = [...new Set(entries)].map((entry): Proposed => {
    const wanted = withoutArchiveEnding(entry);
    const reason = fault(wanted);
    return { entry, wanted, reason, hashes: reason === undefined ? 0 : 1 };
  });
  // What was cleaned may be what another is called: whoever shares a name gets a longer hash, until none does.
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
  /** How many of `hashLengths` were tried; 0: it is called as it is. */
  readonly hashes: number;
}

function nameOf({ entry, wanted, hashes }: Proposed): string {
  const length = hashLengths[hashes - 1];
  return length === undefined ? wanted : `${cleaned(wanted)}-${hashOf(entry).slice(0, length)}`;
}

/** The names, as `sameFile` has them, that more than one would have. */
function sharedNames(names: readonly Proposed[]): ReadonlySet<string> {
  const seen = new Set<string>();
  const shared = new Set<string>();
  for (const file of names.map((one) => sameFile(nameOf(one)))) (seen.has(file) ? shared : seen).add(file);
  return shared;
}

function fault(name: string): string | undefined {
  if (/^[\s'=+\-@＝＋－＠]/u.test(name)) return 'a spreadsheet would take it for a formula';
  if (name.search(forbiddenSigns) !== -1) return 'it has signs that names of files may not have';
  if (reservedNames.test(name)) return 'the name is reserved';
  if (/[\s.]$/u.test(name) || name === '') return 'some systems drop its last sign';
  if (Buffer.byteLength(name) > maxBytes) return 'the name is too long';
  return undefined;
}

/** Names that would be one file where case or the encoding of accents makes no difference. */
function sameFile(name: string): string {
  return name.normalize('NFKC').toLowerCase();
}

function cleaned(name: string): string {
  const signs = name
    .replace(forbiddenSigns, '_')
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
