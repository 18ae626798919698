import boundaries from 'eslint-plugin-boundaries';

/**
 * Who may import whom: the rooms of grader/README.md. A stage of the pipeline knows what its input is made of, and no more;
 * what belongs to this course alone (curriculum) is handed to the engine, which never imports it.
 */
const shared = ['precision', 'descent', 'execution', 'files', 'types', 'words'];
/** @type {Record<string, readonly string[]>} */
const stages = {
  // What a check is: a kind or a law has its schema and its judgement in one place.
  checks: [],
  questions: ['checks'],
  // A course is made of checks and known mistakes: see `definitionsOfChecks`.
  course: ['checks', 'questions'],
  // What was answered in words.
  submission: ['questions'],
  // It runs what it is given: it can't know a reference, an expected value or a point.
  sandbox: [],
  score: [],
  report: ['checks', 'score'],
};
const engine = [...shared, ...Object.keys(stages), 'pipeline'];

/** @type {Record<string, readonly string[]>} */
const mayImport = {
  precision: [],
  descent: ['curriculum'],
  files: ['words'],
  bundling: ['files'],
  execution: ['precision', 'descent', 'types'],
  types: ['execution'],
  words: ['execution', 'types'],
  ...Object.fromEntries(Object.entries(stages).map(([stage, known]) => [stage, [...shared, ...known]])),
  pipeline: engine,
  curriculum: [...engine, 'data'],
  // Drawings know numbers and words alone: reports, pages and handouts make theirs with it.
  drawing: ['words'],
  class: [...engine, 'bundling', 'drawing'],
  // Jest's environment and training are programs of their own, which put the engine and the course together.
  student: [...engine, 'curriculum', 'data', 'drawing', 'bundling'],
  author: [...engine, 'curriculum', 'student', 'bundling', 'data', 'drawing'],
  testbed: [...engine, 'curriculum', 'class', 'student', 'author', 'bundling', 'data', 'solutions'],
  cli: [...engine, 'curriculum', 'class', 'student', 'author', 'testbed', 'bundling', 'data'],
};

/**
 * A room is entered through an `index.ts`, its own or that of a folder in it. These are entered by a file as well.
 *
 * @type {Record<string, string>}
 */
const alsoEnteredBy = {
  // Installing comes before tfjs, and who prepares another realm must not load tfjs at all.
  precision: '{tfjs,installDoublePrecision}.ts',
  // Programs in plain JavaScript write and remove too.
  files: '{removeFolder,writeWholeSync}.js',
  // Types of parameters have names that mean little elsewhere; who only reads what was returned must not load tfjs.
  execution: '{defineCallback,returned,unsettledPromise,withinSeconds}.ts',
  // A shelf: each file is one idea, and two of them say the same in two languages.
  words: '*',
  // Jest's transformer reads a file before anything is compiled.
  submission: 'decodeSource.js',
  // What specs write for each kind.
  checks: 'kinds/list.ts',
  pipeline: 'gradeSubmission.ts',
  // Programs, and what they are put together from.
  sandbox: 'child/main.ts',
  student: 'jest/{awaitedRuns,publicChecks,submissionTfjs}.ts',
  bundling: '*.js',
  // Who only reads what can be trained must not load the laws, and a browser has no files.
  curriculum: '{browser,training}.ts',
  data: '**',
  solutions: '**',
};

/** What a course knows of checks: what they are, and how a known mistake is recorded. It judges nothing. */
const definitionsOfChecks = '{kinds/{index,list},laws/index,gradient/index,mistakes/index}.ts';

/** @param {string} room */
const folderOf = (room) =>
  room === 'pipeline'
    ? 'grader/pipeline'
    : [...Object.keys(stages), 'types', 'words'].includes(room)
      ? `grader/pipeline/${room}`
      : room === 'drawing'
        ? 'grader/student/page/drawing'
        : `grader/${room}`;
const outside = {
  data: 'data/{cifar10,digits,examples,files,synthetic}',
  solutions: 'solutions',
  assignments: 'assignments',
};

/**
 * @param {string} room
 * @param {string} from
 */
const entered = (room, from) =>
  room === 'checks' && from === 'course'
    ? [definitionsOfChecks]
    : ['index.ts', '**/index.ts', ...(alsoEnteredBy[room] === undefined ? [] : [alsoEnteredBy[room]])];

/** @param {string} type */
const policiesOf = (type) => [
  { from: { element: { type } }, allow: { to: { element: { type } } } },
  ...(mayImport[type] ?? []).map((other) => ({
    from: { element: { type } },
    // The testbed tests whatever it likes.
    allow: {
      to: { element: { type: other, ...(type === 'testbed' ? {} : { fileInternalPath: entered(other, type) }) } },
    },
  })),
  { allow: { to: { module: { origin: ['external', 'core'] } } } },
];

// A room that lies in another comes after it.
const rooms = Object.keys(mayImport).toSorted((a, b) => folderOf(a).length - folderOf(b).length);
const ignores = ['**/*.{test,e2e,fairness,security,browser}.ts', '**/testing/**'];

/**
 * A room's files with the policies of their own room alone: with those of all rooms, this rule takes a fifth of lint's
 * time.
 *
 * @param {string} type
 * @returns {import('eslint').Linter.Config}
 */
const rulesOf = (type) => ({
  files: [`${folderOf(type)}/**/*.{ts,js}`],
  ignores,
  rules: { 'boundaries/dependencies': ['error', { default: 'disallow', policies: policiesOf(type) }] },
});

/** @type {import('eslint').Linter.Config[]} */
export const importRules = [
  {
    files: ['grader/**/*.{ts,js}'],
    plugins: { boundaries },
    settings: {
      'import/resolver': { node: { extensions: ['.ts', '.js'] } },
      'boundaries/elements': [
        ...rooms.toReversed().map((type) => ({ type, pattern: folderOf(type) })),
        ...Object.entries(outside).map(([type, pattern]) => ({ type, pattern })),
      ],
    },
  },
  ...rooms.map(rulesOf),
];
