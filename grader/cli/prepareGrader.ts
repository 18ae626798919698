import { SubmissionGrader, type Preparation } from '../class/batch';
import { readCourse } from '../pipeline/course';
import { languageOf, textsFor } from '../pipeline/report';
import { chooseIsolation, openWarm } from '../pipeline/sandbox';
import type { Assignment } from '../pipeline/types';
import type { Installation } from './installation';
import { openCourse } from './openCourse';
import { versions } from './versions';

/** Loads the assignments once for all submissions of a process. */
export async function prepareGrader(preparation: Preparation, installation: Installation): Promise<SubmissionGrader> {
  const { secondsPerExercise, named } = preparation;
  const { root, engine, childCommand } = installation;
  const isolation = chooseIsolation(childCommand, { only: preparation.isolation.level });
  // Warms up while the course is read.
  const warm = preparation.isShort === true ? undefined : openWarm(isolation.nursery());
  const course = await readCourse(root);
  const { scope, label, load, save } = await openCourse(installation, course, preparation.seed);
  const assignments: Assignment[] = [];
  for (const id of preparation.assignments) assignments.push(await load(id));
  await save();
  // A cold start in the meantime would only compete for the processor.
  await warm?.whenOpen;
  return new SubmissionGrader({
    assignments,
    named: named && assignments.length === 1,
    sandbox: { command: isolation.command, warm, secondsPerExercise },
    texts: textsFor(preparation.language ?? languageOf(process.env).language),
    provenance: { scope, seedLabel: label, isolation: isolation.level, ...versions(engine) },
  });
}
