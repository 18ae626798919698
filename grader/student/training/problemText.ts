import { placeInStack, type Compiled } from '../../pipeline/submission';
import { files, type TrainingFile } from '../../curriculum/training';
import type { StudentProblem } from './messages';
import { scriptName } from './scriptName';
import type { TrainTexts } from './texts';

/**
 * Describes a problem with one of the student's functions: name, file, and what to do.
 *
 * @param compiled - the student's files, by assignment
 */
export function problemText(
  problem: StudentProblem,
  compiled: ReadonlyMap<string, Compiled>,
  texts: TrainTexts,
): string {
  const { assignment } = problem;
  const file = compiled.get(assignment)?.file ?? fileOf(assignment);
  switch (problem.status) {
    case 'missing':
      return texts.problem.missing(file, problem.exercise);
    case 'todo': {
      const caller = problem.within === problem.exercise ? undefined : problem.within;
      return texts.problem.todo(problem.exercise, file, caller, checkOf(problem));
    }
    case 'throws':
      return `${texts.problem.throws(problem.exercise, file, problem.message)}${whereOf(problem.stack, assignment, compiled)}`;
    case 'does-not-load':
      return `${texts.problem['does-not-load'](file, problem.message)}${whereOf(problem.stack, assignment, compiled)}`;
    case 'returns':
      return texts.problem.returns(problem.exercise, file, problem.got, problem.expected, checkOf(problem));
  }
}

function checkOf({ assignment, exercise }: { readonly assignment: string; readonly exercise: string }): string {
  return `npm test -- ${assignment} -t ${exercise}`;
}

function fileOf(assignment: string): string {
  const found = Object.values<TrainingFile>(files).find(({ id }) => id === assignment);
  return `${assignment}/${found?.file ?? ''}`;
}

function whereOf(stack: string, assignment: string, compiled: ReadonlyMap<string, Compiled>): string {
  const code = compiled.get(assignment);
  const place = code && placeInStack(code, stack, scriptName(assignment));
  return place === undefined ? '' : `\n  ${place.file}:${place.line}   ${place.text.trim()}`;
}
