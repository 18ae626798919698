/** Script name of a student's compiled file, which identifies its lines in a stack. */
export function scriptName(assignment: string): string {
  return `student-${assignment}.js`;
}
