import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { readChecked } from '../files/checksum';
import { codeOf } from '../files/DataError';
import { findDataFolder } from '../files/findDataFolder';
import { digitsFiles } from './digitsFiles';

export type DigitsPart = keyof typeof digitsFiles;

/**
 * The lines of one of the files.
 *
 * @returns undefined if the file doesn't exist
 * @throws DataError if it is damaged
 */
export function readLines(part: DigitsPart, folder?: string): string[] | undefined {
  try {
    const bytes = gunzipSync(readChecked(pathOf(part, folder), digitsFiles[part].sha256));
    return new TextDecoder().decode(bytes).trimEnd().split('\n');
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  }
}

export function pathOf(part: DigitsPart, folder = findDataFolder('digits')): string {
  return join(folder, digitsFiles[part].name);
}
