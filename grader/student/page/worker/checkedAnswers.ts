import { readAnswers, runsOf, type AnswersFile } from '../../../pipeline/questions';
import type { Assignment } from '../../../pipeline/types';
import { checkAssignment } from '../../checking';
import { describeResult } from './describeResult';
import type { Answer, Request } from './messages';

/** Results of `npm test` for answers to questions, and the answers. */
export function checkedAnswers(
  assignment: Assignment,
  file: AnswersFile,
  { exercises: wanted, language }: Request & { readonly kind: 'check' },
): Answer {
  const asked = assignment.exercises.filter(
    ({ name, question }) => question !== undefined && (wanted?.includes(name) ?? true),
  );
  const { runs } = runsOf(asked, file);
  const given = readAnswers(file);
  const givenTo = (name: string): string | undefined =>
    given.status === 'given' ? given.answers.get(name) : undefined;
  const todo = { status: 'not-run', problem: { status: 'todo' } } as const;
  const results = checkAssignment({ exercises: asked }, ({ name }) => runs.get(name) ?? todo);
  return {
    status: 'checked',
    exercises: results.map((result) => describeResult(result, assignment.id, language, givenTo(result.exercise.name))),
  };
}
