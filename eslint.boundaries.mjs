import boundaries from 'eslint-plugin-boundaries';

/**
 * Who may import whom: the rooms of grader/README.md. Later stages of the pipeline know earlier ones, never the other
 * way round; what belongs to this course alone (curriculum) is handed to the engine, which never imports it.
 */
const basics = ['precision', 'descent', 'execution', 'files'];
const stages = ['course', 'submission', 'sandbox', 'checks', 'score', 'report'];
const between = ['types', 'words'];
const pipeline = [...between, ...stages, 'pipeline'];
const engine = [...basics, ...pipeline];

const mayImport = {
  precision: [],
  descent: ['curriculum'],
  files: ['words'],
  bundling: ['files'],
  execution: ['precision', 'descent', 'types'],
  // What a check is, is inferred from the list of its kinds.
  types: ['execution', 'checks'],
  words: ['execution', 'types'],
  ...Object.fromEntries(stages.map((stage, index) => [stage, [...basics, ...between, ...stages.slice(0, index)]])),
  pipeline: engine,
  curriculum: [...engine, 'data'],
  class: [...engine, 'bundling'],
  // Jest's environment and training are programs of their own, which put the engine and the course together.
  student: [...engine, 'curriculum', 'data'],
  author: [...engine, 'curriculum', 'student', 'bundling', 'data'],
  testbed: [...engine, 'curriculum', 'class', 'student', 'author', 'bundling', 'data', 'solutions'],
  cli: [...engine, 'curriculum', 'class', 'student', 'author', 'testbed', 'bundling', 'data'],
};
// A kind of check and a law are defined once, schema and judgement together; the course reads the schemas from there.
mayImport.course.push('checks');

const folderOf = (room) =>
  room === 'pipeline'
    ? 'grader/pipeline'
    : [...stages, ...between].includes(room)
      ? `grader/pipeline/${room}`
      : `grader/${room}`;
const outside = ['data', 'solutions', 'assignments'];

export const importRules = {
  files: ['grader/**/*.{ts,js}'],
  ignores: ['**/*.{test,e2e,fairness,security,browser}.ts', '**/testing/**', '**/pages/browser/**'],
  plugins: { boundaries },
  settings: {
    'import/resolver': { node: { extensions: ['.ts', '.js'] } },
    'boundaries/elements': [
      ...Object.keys(mayImport)
        .toSorted((a, b) => folderOf(b).length - folderOf(a).length)
        .map((type) => ({ type, pattern: folderOf(type) })),
      ...outside.map((type) => ({
        type,
        pattern: type === 'data' ? 'data/{cifar10,digits,examples,files,synthetic}' : type,
      })),
    ],
  },
  rules: {
    'boundaries/dependencies': [
      'error',
      {
        default: 'disallow',
        policies: [
          ...Object.entries(mayImport).map(([type, others]) => ({
            from: { element: { type } },
            allow: { to: { element: { types: { anyOf: [type, ...others] } } } },
          })),
          { allow: { to: { module: { origin: ['external', 'core'] } } } },
        ],
      },
    ],
  },
};
