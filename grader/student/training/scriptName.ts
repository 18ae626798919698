/** Name under which a student's compiled file runs, by which its lines are found again in a stack. */
export function scriptName(assignment: string): string {
  return `student-${assignment}.js`;
}
