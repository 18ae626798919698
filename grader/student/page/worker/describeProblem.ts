import { textsFor } from '../../../pipeline/report';
import type { FileProblem } from '../../../pipeline/types';
import type { ProblemInWords } from './messages';

export function describeProblem(problem: FileProblem): ProblemInWords {
  const lines = { en: textsFor('en').file(problem), zh: textsFor('zh').file(problem) };
  return { status: 'problem', problem, lines };
}
