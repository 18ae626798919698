import { placeInStack, type Compiled } from '../../pipeline/submission';
import { files, type TrainingFile } from '../../curriculum/training';
import type { StudentProblem } from './messages';
import { scriptName } from './scriptName';

/**
 * What is wrong with one of the student's functions, by its name and file, and what to do.
 *
 * @param compiled - the student's files, by assignment
 */
export function problemText(problem: StudentProblem, compiled: ReadonlyMap<string, Compiled>): string {
  const { assignment } = problem;
  const file = compiled.get(assignment)?.file ?? fileOf(assignment);
  switch (problem.status) {
    case 'missing':
      return `${file} exports no function ${problem.exercise}, which training calls; write \`export function ${problem.exercise}\``;
    case 'todo': {
      const caller = problem.within === problem.exercise ? 'training' : problem.within;
      const next = `npm test -- ${assignment} -t ${problem.exercise}`;
      return `${problem.exercise} in ${file} is still to do, and ${caller} calls it: write it first (\`${next}\` checks it)`;
    }
    case 'throws':
      return `${problem.exercise} in ${file} throws an error: ${problem.message}${whereOf(problem.stack, assignment, compiled)}`;
    case 'does-not-load':
      return `${file} throws an error while it loads: ${problem.message}${whereOf(problem.stack, assignment, compiled)}`;
    case 'returns': {
      const next = `npm test -- ${assignment} -t ${problem.exercise}`;
      return `${problem.exercise} in ${file} returns ${problem.got}, where training needs ${problem.expected}; see \`${next}\``;
    }
  }
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
