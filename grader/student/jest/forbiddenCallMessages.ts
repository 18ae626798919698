import type { Texts } from '../../pipeline/report';
import type { Assignment } from '../../pipeline/types';

/** What each exercise calls that it should build itself, and which are too long, in words. */
export async function forbiddenCallMessages(assignment: Assignment, folder: string, texts: Texts): Promise<readonly string[]> {
  // Loaded here, since a run in which all is still to do needs neither compiler nor parser.
  const { compileSubmission, findForbiddenCall, findTooLong, isFileProblem, readSubmission } = await import('../../pipeline/submission');
  const submission = await readSubmission(folder, [assignment], { named: true });
  const found = submission.files.get(assignment.id);
  if (found === undefined || isFileProblem(found)) return [];
  const compiled = await compileSubmission(found);
  if (isFileProblem(compiled)) return [texts.file(compiled).join('\n  ')];
  return assignment.exercises.flatMap(({ name, forbidden, mostBytes }) => {
    const use = findForbiddenCall(compiled, name, forbidden);
    const problem = use === undefined ? findTooLong(compiled, mostBytes) : ({ status: 'forbidden-call', ...use } as const);
    return problem === undefined ? [] : [`${name} › ${texts.problem(problem).join('\n  ')}`];
  });
}
