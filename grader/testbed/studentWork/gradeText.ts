import { gradeSubmission } from '../../pipeline/gradeSubmission';
import type { ScoredAssignment } from '../../pipeline/score';
import type { FoundFile } from '../../pipeline/submission';
import type { Assignment } from '../../pipeline/types';
import { InProcess } from './InProcess';

/** Grades a file as a submission, in this process instead of a sandbox. */
export async function gradeText(assignment: Assignment, text: string): Promise<ScoredAssignment> {
  const { file } = assignment;
  const found: FoundFile = { status: 'found', directory: '/', base: '', file, text };
  const submission = { name: 'text', directory: '/', files: new Map([[assignment.id, found]]) };
  const score = await gradeSubmission([assignment], submission, new InProcess());
  const [graded] = score.assignments;
  if (graded === undefined) throw new Error(`${assignment.id} was not graded`);
  return graded;
}
