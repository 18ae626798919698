/**
 * Questions that are answered in words or numbers: parses what staff and students write, and turns it into exercises
 * and runs.
 */
export { answerOf } from './answerOf';
export { readAnswers, withAnswer, type AnswersFile } from './answersFile';
export { answersTemplate } from './answersTemplate';
export { exercisesOf, released } from './exercisesOf';
export {
  phraseOf,
  readQuestions,
  type WrittenPhrase,
  type WrittenQuestion,
  type WrittenQuestions,
} from './questionsFile';
export { answerCase, runsOf, type AnswerRun, type AnswerRuns } from './runsOf';
