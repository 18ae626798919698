/**
 * The table in solutions/README.md: each sabotage of a fair exercise, and the claim of `grader validate` that then fails.
 * Exits with 1 if a sabotage is not caught.
 *
 *     node grader/testbed/bench/run.js sabotage
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { claims } from '../../author/validate/claims';
import { sabotages } from '../../author/validate/testing/sabotages';
import { trySabotage } from '../../author/validate/testing/trySabotage';

async function main(): Promise<void> {
  const root = mkdtempSync(join(tmpdir(), 'descent-sabotage-'));
  console.log('| what was done to a fair exercise | what then does not hold |\n| --- | --- |');
  try {
    for (const sabotage of sabotages) {
      const caught = await trySabotage(root, sabotage);
      const isCaught = caught.has(sabotage.claim);
      if (!isCaught) process.exitCode = 1;
      console.log(
        `| ${sabotage.what} | ${isCaught ? claims[sabotage.claim] : `**not caught by ${sabotage.claim}**`} |`,
      );
    }
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

void main();
