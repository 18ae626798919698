/** Questions that are answered in words or numbers: what staff and students write, and what exercises and runs it makes. */
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
