/** The file in which students answer questions; where an assignment has nothing else, it is the assignment's file. */
export const answersName = 'answers.yaml';
