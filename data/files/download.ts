import { renameSync, rmSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { md5Of } from './checksum';
import { codeOf, DataError, reasonOf } from './DataError';
import { fetchRest } from './fetchRest';
import { fileSize, megabytes } from './fileSize';

export interface Download {
  readonly url: string;
  /** Where the whole file goes. Until it is whole, its beginning is kept beside it in `PATH.part`. */
  readonly path: string;
  /** Size of the whole file. */
  readonly bytes: number;
  readonly md5: string;
  /** Called again and again with the number of bytes that are there. */
  readonly onProgress?: ((bytes: number) => void) | undefined;
  /** How often in a row to try in vain before giving up; an attempt that brought something isn't in vain. */
  readonly attempts?: number;
  /** Seconds to wait before trying again, multiplied by the number of attempts in vain. */
  readonly pause?: number;
  /** Seconds without a byte after which a connection counts as broken. */
  readonly patience?: number;
}

/**
 * Downloads a large file whose content is known. What breaks off goes on where it stopped, within a call and in the
 * next.
 *
 * @throws DataError if there is no way to the server, if the file system refuses, or if what came is not the file
 */
export async function download(options: Download): Promise<void> {
  const { path, bytes } = options;
  const part = `${path}.part`;
  if (fileSize(path) === undefined) {
    if ((fileSize(part) ?? 0) > bytes) rmSync(part);
    await fetchAll(part, options);
    await verify(part, options);
    renameSync(part, path);
  } else {
    await verify(path, options);
  }
}

async function fetchAll(part: string, options: Download): Promise<void> {
  const { attempts = 3, pause = 1, patience = 60 } = options;
  for (let inVain = 0; ;) {
    const before = fileSize(part) ?? 0;
    if (before === options.bytes) return;
    const failure = await fetchRest({ ...options, part, patience });
    if (failure === undefined) continue;
    inVain = (fileSize(part) ?? 0) > before ? 0 : inVain + 1;
    if (inVain >= attempts) throw new DataError(describe(failure, part, options));
    await wait(inVain * pause * 1000);
  }
}

/** Damaged files are removed if they are ours: going on from them would never end well. */
async function verify(file: string, { url, path, bytes, md5 }: Download): Promise<void> {
  const size = fileSize(file) ?? 0;
  const found = await md5Of(file);
  if (size === bytes && found === md5) return;
  const claim = `is not the expected file: ${size} bytes with MD5 ${found}, not ${bytes} bytes with MD5 ${md5}.`;
  if (file === path) throw new DataError(`${path} ${claim} Delete it and try again.`);
  rmSync(file);
  throw new DataError(
    `What came from ${url} ${claim} It has been deleted. Try again; if this happens twice, the file at its source has changed.`,
  );
}

function describe(failure: unknown, part: string, { url, bytes }: Download): string {
  const kept = fileSize(part) ?? 0;
  const goOn = kept > 0 ? ` ${megabytes(kept)} of ${megabytes(bytes)} are kept; the next try goes on from there.` : '';
  return `Could not download ${url}: ${explain(failure)}.${goOn}`;
}

const explanations: Readonly<Record<string, string>> = {
  ENOTFOUND: 'the server was not found; is this computer offline, or behind a proxy?',
  EAI_AGAIN: 'the server was not found; is this computer offline, or behind a proxy?',
  ENETUNREACH: 'there is no network; is this computer offline?',
  EHOSTUNREACH: 'there is no way to the server; is this computer offline?',
  ECONNREFUSED: 'the server refuses connections',
  ECONNRESET: 'the connection broke off',
  ETIMEDOUT: 'the server does not answer; is a firewall in between?',
};

function explain(failure: unknown): string {
  const code = codeOf(failure);
  const known = explanations[code ?? ''];
  return known === undefined ? reasonOf(failure) : `${known} (${code})`;
}
