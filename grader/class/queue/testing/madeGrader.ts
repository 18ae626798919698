import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { jsonText } from '../../../files';
import { contentHash } from '../../batch/contentHash';
import { madeResult } from '../../batch/testing/madeResult';
import type { Grader, Prepared } from '../../batch/grader';
import { madeStamp } from './madeStamp';

const { graderVersion, node, tfjs, isolation, scope, seedLabel, specHashes } = madeStamp;
const provenance = {
  graderVersion,
  node,
  tfjs,
  isolation: isolation as 'bubblewrap',
  scope,
  seedLabel,
  specHash: 'abc',
};

export const madePrepared: Prepared = {
  specHashes,
  ungraded: madeResult('', {}, provenance, 'infrastructure'),
  maxSeconds: 60,
};

/**
 * Obeys the submission: `losses.ts` contains the milliseconds that grading takes, or `poison`, which kills the process.
 * Each begin and end is a line of `log`. While `heldFile` contains a number, grading blocks once that many have ended;
 * several that end at the same moment may exceed it.
 */
export function madeGrader(log: string): Grader {
  const note = (line: string): void => appendFileSync(log, `${line}\n`);
  return {
    ready: Promise.resolve(madePrepared),
    isAlive: true,
    grade: async ({ name, entry, path }) => {
      const work = readFileSync(join(path, 'losses.ts'), 'utf8').split(' ')[0] ?? '';
      note(`begin ${name}`);
      if (work === 'poison') process.kill(process.pid, 'SIGKILL');
      await new Promise((resolve) => setTimeout(resolve, Number(work)));
      while (isHeld(log)) await new Promise((resolve) => setTimeout(resolve, 10));
      note(`end ${name}`);
      const result = madeResult(name, { softmax: 10 }, { ...provenance, entry, contentHash: await contentHash(path) });
      return { text: jsonText(result), isComplete: true };
    },
    close: () => undefined,
  };
}

export const heldFile = (log: string): string => `${log}.held`;

function isHeld(log: string): boolean {
  if (!existsSync(heldFile(log))) return false;
  const ended = readFileSync(log, 'utf8').match(/^end /gm)?.length ?? 0;
  return ended >= Number(readFileSync(heldFile(log), 'utf8'));
}
