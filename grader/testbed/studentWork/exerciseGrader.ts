import { join } from 'node:path';
import { curriculum } from '../../curriculum';
import { loadSpec, prepareAssignment } from '../../pipeline/course';
import type { ScoredExercise } from '../../pipeline/score';
import type { Assignment } from '../../pipeline/types';
import { gradeText } from './gradeText';

const root = join(__dirname, '../../..');

/** Returns a function that prepares assignments by ID, each once. */
export function prepareCourse({
  hidden,
}: {
  readonly hidden: string | undefined;
}): (id: string) => Promise<Assignment> {
  const prepared = new Map<string, Promise<Assignment>>();
  return (id) => {
    const known =
      prepared.get(id) ??
      loadSpec({ root, engine: root, curriculum }, id).then(({ spec }) =>
        prepareAssignment(spec, { public: 'public', hidden }, ''),
      );
    prepared.set(id, known);
    return known;
  };
}

/** Returns a function that grades a file's text and returns one exercise. */
export function exerciseGrader(
  prepare: (id: string) => Promise<Assignment>,
): (assignment: string, source: string, exercise: string) => Promise<ScoredExercise> {
  return async (assignment, source, exercise) => {
    const { exercises } = await gradeText(await prepare(assignment), source);
    const found = exercises.find(({ exercise: { name } }) => name === exercise);
    if (found === undefined) throw new Error(`there is no ${exercise}`);
    return found;
  };
}
