/** The file in which students answer questions; also the assignment's file if it has only questions. */
export const answersName = 'answers.yaml';
