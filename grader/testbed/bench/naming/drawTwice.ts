import { prepareAssignment } from '../../../pipeline/course';
import type { AssignmentSpec } from '../../../pipeline/course/spec';
import type { Assignment } from '../../../pipeline/types';

/** Draws an assignment with two seeds, without costly exercises, whose loop rounds would raise the limit of the others. */
export async function drawTwice(spec: AssignmentSpec, publicSeed: string): Promise<readonly [Assignment, Assignment]> {
  const costly = new Set(spec.exercises.flatMap(({ name, costly: reason }) => (reason === undefined ? [] : [name])));
  const draw = async (seed: string): Promise<Assignment> => {
    const assignment = await prepareAssignment(spec, { public: seed, hidden: `hidden ${seed}` }, '');
    return { ...assignment, exercises: assignment.exercises.filter(({ name }) => !costly.has(name)) };
  };
  return [await draw(publicSeed), await draw('again')];
}
