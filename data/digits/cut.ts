/**
 * Writes digits.train.csv.gz and digits.test.csv.gz again from scikit-learn's digits.csv.gz, and prints their
 * checksums.
 *
 *     node data/run.js digits/cut digits.csv.gz
 */
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { findDataFolder } from '../files/findDataFolder';
import { cutDigits } from './cutDigits';
import { digitsFiles } from './digitsFiles';

const [, , source] = process.argv;
if (source === undefined) {
  console.error("node data/run.js digits/cut FILE: name scikit-learn's digits.csv.gz");
  process.exit(2);
}

const parts = cutDigits(gunzipSync(readFileSync(source)).toString('latin1'));
for (const part of ['train', 'test'] as const) {
  const bytes = gzipSync(`${parts[part].join('\n')}\n`, { level: 9 });
  const { name } = digitsFiles[part];
  writeFileSync(join(findDataFolder('digits'), name), bytes);
  console.log(`${createHash('sha256').update(bytes).digest('hex')}  ${name}`);
}
