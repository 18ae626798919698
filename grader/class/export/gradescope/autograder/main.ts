import { rmSync } from 'node:fs';
import { jsonText, writeWhole } from '../../../../files';
import { chooseIsolation, isAtLeast, type Isolation } from '../../../../pipeline/sandbox';
// The autograder is a separate program, which assembles the engine and the course.
// eslint-disable-next-line boundaries/dependencies
import { curriculum } from '../../../../curriculum';
import { gradeAsItGoes } from './gradeAsItGoes';
import { readMetadata } from './metadata';
import { placesOf, type Places } from './places';
import { readPackage } from './readPackage';
import { prove } from './prove';

/**
 * The program of `run_autograder`: grades `/autograder/submission`, and writes `/autograder/results/results.json` after
 * every assignment. With `--prepare`, when the image is built, it only proves that a submission's process starts.
 *
 * If the grader fails, there is no `results.json`, so that Gradescope reports a failure instead of 0 points.
 */
async function main(): Promise<void> {
  const places = placesOf(process.env);
  try {
    const isolation = isolationHere(places);
    if (process.argv.includes('--prepare')) {
      await prove(isolation.command);
      console.log(`submissions will run at level ${isolation.level}`);
      return;
    }
    const course = await readPackage(places.grader, curriculum);
    const metadata = await readMetadata(places.metadata);
    await gradeAsItGoes({
      course,
      places,
      metadata,
      isolation,
      // Atomic, since Gradescope can stop us at any moment.
      write: (content) => writeWhole(places.results, jsonText(content), { makeFolder: true }),
    });
  } catch (error) {
    rmSync(places.results, { force: true });
    console.error(process.env.DEBUG === 'grader' ? error : `the autograder failed: ${(error as Error).message}`);
    process.exitCode = 1;
  }
}

/** At least other permissions: a submission must not be able to read the checks. */
function isolationHere({ childCommand }: Places): Isolation {
  const isolation = chooseIsolation(childCommand, { minimum: 'permissions' });
  if (!isAtLeast(isolation.level, 'permissions-uid'))
    console.error(
      `weak isolation (${isolation.level}): run as root, so that submissions can run as another user (${isolation.why})`,
    );
  return isolation;
}

void main();
