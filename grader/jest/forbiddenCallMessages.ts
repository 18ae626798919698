import type { Texts } from '../report';
import type { Assignment } from '../types';

/** What each exercise calls that it should build itself, in words. */
export async function forbiddenCallMessages(assignment: Assignment, folder: string, texts: Texts): Promise<readonly string[]> {
  // Loaded here, since a run in which all is still to do needs neither compiler nor parser.
  const { compileSubmission, findForbiddenCall, isFileProblem, readSubmission } = await import('../submission');
  const submission = await readSubmission(folder, [assignment], { named: true });
  const found = submission.files.get(assignment.id);
  if (found === undefined || isFileProblem(found)) return [];
  const compiled = await compileSubmission(found);
  if (isFileProblem(compiled)) return [texts.file(compiled).join('\n  ')];
  return assignment.exercises.flatMap(({ name, forbidden }) => {
    const use = findForbiddenCall(compiled, name, forbidden);
    return use === undefined ? [] : [`${name} › ${texts.problem({ id: 'forbidden-call', ...use }).join('\n  ')}`];
  });
}
