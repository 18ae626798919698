import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { curriculum } from '../../../curriculum';
import { writeGenerated } from '../../writeGenerated';
import type { ClaimId } from '../claims';
import { proveMargins } from '../proveMargins';
import { proveSeed } from '../proveSeed';
import { proveWritten } from '../writtenClaims';
import { fairFiles, type Sabotage } from './sabotagedFiles';
import { fairHints, seeds, tinySpec } from './tinySpec';

/** The claims that fail for the fair exercise after a sabotage. @param root - an empty folder */
export async function trySabotage(
  root: string,
  { change = {}, twice = false, hints = {}, files }: Partial<Sabotage>,
): Promise<ReadonlySet<ClaimId>> {
  const spec = tinySpec(change, { weigh: { ...fairHints.weigh, ...hints } });
  const { exercises } = spec;
  const checkout = { root, engine: root, curriculum };
  await rm(join(root, 'assignments'), { recursive: true, force: true });
  await write(root, { ...fairFiles, ...files });
  if (files?.['assignments/01-tiny/tiny.ts'] === undefined) await writeGenerated(checkout, '01-tiny');
  const asked = twice ? { ...spec, exercises: [...exercises, ...exercises] } : spec;
  const written = await proveWritten(checkout, asked, { draft: false });
  const ran = await proveSeed(spec, { number: 1, seeds, thorough: false, repeated: false, costly: false });
  return new Set([...written, ...ran.failures, ...proveMargins(ran.figures)].map(({ claim }) => claim));
}

async function write(root: string, files: Readonly<Record<string, string>>): Promise<void> {
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), text);
  }
}
