import { plural } from '../../../pipeline/words/english';
import type { IsolationLevel, Language } from '../../../pipeline/types';

/** Texts of `grader doctor`, except for queues, which only staff use. */
export const en = {
  language: 'en' as Language,
  status: { ok: 'ok', note: 'note', problem: 'problem' },
  notAsNeeded: (topics: readonly string[]): string => `${topics.join(', ')}: not as required; see above what to do`,

  node: 'Node',
  version: (version: string): string => `version ${version}`,
  oldNode: (version: string, oldest: number): string => `version ${version}, but at least ${oldest} is needed`,
  installNode: 'install the current LTS release from https://nodejs.org',
  tfjs: 'TensorFlow.js',
  tfjsRuns: (version: string, backend: string): string => `version ${version}, backend ${backend}`,
  tfjsFails: (why: string): string => `it doesn't run: ${why}`,
  installAll: 'run `npm ci`',
  precision: 'precision',
  isDouble: 'float64, as measured',
  isNotDouble: (precision: string): string => `${precision}, as measured, where float64 is needed`,
  installRight: 'run `npm ci` to install the right versions',

  process: "submission's process",
  processAnswers: 'it starts and answers',
  processSilent: "it doesn't start or doesn't answer",
  prepareProcess: 'run `npm run prepare`, or try DESCENT_ISOLATION=process',
  isolation: 'isolation',
  otherLevel: 'unset DESCENT_ISOLATION, or give it another level',
  level: (level: IsolationLevel): string => `level ${level}: ${meanings[level]}`,
  levelAnd: (level: string, reasons: readonly string[]): string => `${level} (${reasons.join('; ')})`,
  /** The sandbox's reason why a level is missing. */
  missing: (level: IsolationLevel, reason: string): string => `${level}: ${reason}`,
  /** The sandbox's advice for getting a level. */
  toHave: (_level: IsolationLevel, advice: string): string => advice,
  strongerWorks: (level: IsolationLevel): string => `${level} works here too, but DESCENT_ISOLATION prevents its use`,
  trusted: 'grade only code of people you trust, or grade on Linux or in a container',
  demanded: (level: string, minimum: IsolationLevel): string => `${level}; the course demands ${minimum}`,
  orAllow: (advice: string): string => `${advice}; or give batch --allow-weak-isolation`,
  warm: 'warm processes',
  isWarm: "in a class, a submission's process is forked from a warm one",
  isCold: (reason: string): string => `every submission's process starts cold: ${reason}`,
  coldIsSlow: 'a class then takes about three times as long; results are the same',

  backend: 'training backend',
  backendIs: (name: string, version: string, why: string): string =>
    `${name}${version === '' ? '' : ` (${version})`}: ${why}`,
  faster: (fact: string, install: string): string => `${fact}; \`${install}\` may train faster`,
  slow: (install: string): string => `training will be slow; \`npm ci\` brings WASM, \`${install}\` native TensorFlow`,
  onlyTraining: 'checks and points need no backend, only training does',
  noBackendAnswer: (why: string): string => `the training process can't be asked: ${why}`,
  silent: 'it does not answer',
  askAgain: 'run `npm ci`, then `npx grader doctor` again',

  course: 'course',
  assignments: (count: number): string => plural(count, 'assignment'),
  assignmentsWith: (count: number, scope: 'public' | 'full'): string =>
    `${plural(count, 'assignment')}, with their ${scope === 'full' ? 'public and hidden checks' : 'public checks'}`,
  restore: 'restore the file, or get it again from the course',
  seed: 'hidden seed',
  noSeed: "none, as expected in a student's copy: hidden checks run after you hand in",
  weakSeed: 'so short or simple that it, and all hidden cases, could be guessed: grading refuses it',
  newSeed: 'create one with `grader new-seed`',
  seedFrom: (place: string): string => `from ${place}`,
  publicSeed: 'not set: hidden cases are drawn from the public seed, which anyone can know',
  setSeed: 'set DESCENT_HIDDEN_SEED, or write .descent/seed',
  cache: 'cache folder',
  cacheWorks: '.descent/cache is writable',
  cacheFails: (code: string, elsewhere: string): string =>
    `.descent/cache isn't writable (${code}); built files go to ${elsewhere}`,
  cacheElsewhere: 'grading works anyway; for npm test and hints, make .descent writable',
};

export type HealthTexts = typeof en;

/** What each level means for graders. */
const meanings: Readonly<Record<IsolationLevel, string>> = {
  bubblewrap: 'a submission has no network, no files and no other processes',
  unshare: "a submission has no network and no other processes; only Node's permission model protects files",
  'permissions-uid':
    "a submission runs as a user who owns nothing; only Node's permission model protects files, network and processes",
  permissions: "a submission runs with your rights, limited only by Node's permission model, which can be bypassed",
  process: 'a submission runs with your rights to files and network; it still knows no expected values',
};
