/** Wrong functions as written by students, courses and libraries. */
export { readQuestions, withQuestion, type Question } from './readQuestions';
