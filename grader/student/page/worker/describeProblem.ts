import { textsFor } from '../../../pipeline/report';
import type { FileProblem } from '../../../pipeline/types';
import type { DescribedProblem } from './messages';

export function describeProblem(problem: FileProblem): DescribedProblem {
  const lines = { en: textsFor('en').file(problem), zh: textsFor('zh').file(problem) };
  return { status: 'problem', problem, lines };
}
