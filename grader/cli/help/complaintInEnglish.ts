/** Commander's complaint about a wrong call, as all other messages of the grader are, with what to do next. */
export function complaintInEnglish(complaint: string): string {
  const said = complaint
    .trim()
    .replace(/^error: /, '')
    .replace(/\s*\n\s*/g, ' ');
  return `grader: ${said}; see --help\n`;
}
