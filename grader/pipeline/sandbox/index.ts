/** The stage that runs untrusted code: code and inputs in, outcomes out. */
export { Budget } from './Budget';
export { withOutcome, type ExerciseAnswers, type ExerciseQuestions, type Question } from './questions';
export { defaultSecondsPerSubmission, notLoadedAgain, Sandbox, type Runner, type SandboxOptions } from './Sandbox';
export {
  availableIsolation,
  chooseIsolation,
  isAtLeast,
  isIsolationLevel,
  type Availability,
  type Isolation,
} from './isolation';
export { loadError } from './readAnswer';
export { openWarm, tryWarm, WarmProcesses, type NurseryState } from './processes';
