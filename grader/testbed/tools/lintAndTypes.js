'use strict';
/** Runs `npm run lint` and `npm run types` together: typed rules already infer nearly all types. */
const { join } = require('node:path');
const { ESLint } = require('eslint');
const ts = require('typescript');

const root = join(__dirname, '../../..');

/** @type {Set<import('typescript').Program>} */
const programs = new Set();
/**
 * Collects the TypeScript programs of typed rules.
 *
 * @type {import('eslint').Rule.RuleModule}
 */
const keepProgram = {
  create: ({ sourceCode }) => {
    if (sourceCode.parserServices.program) programs.add(sourceCode.parserServices.program);
    return {};
  },
};

async function main() {
  // Each file is read once; disable watching.
  process.env.TSESTREE_SINGLE_RUN = 'true';
  const eslint = new ESLint({
    cwd: root,
    overrideConfig: {
      files: ['**/*.ts'],
      // One program for all files, instead of the project service for editors.
      languageOptions: { parserOptions: { projectService: false, project: './tsconfig.json' } },
      plugins: { types: { rules: { 'keep-program': keepProgram } } },
      rules: { 'types/keep-program': 'error' },
    },
  });
  const results = await eslint.lintFiles(['.']);
  const { format } = await eslint.loadFormatter('stylish');
  console.log(await format(results));

  const [program, ...others] = programs;
  if (program === undefined || others.length > 0)
    throw new Error(`typed rules used ${programs.size} programs instead of one, so type errors could be missed`);
  // Skip unused declarations: lint rules cover them.
  const errors = ts.getPreEmitDiagnostics(program).filter(({ reportsUnnecessary }) => reportsUnnecessary === undefined);
  const host = { getCanonicalFileName: String, getCurrentDirectory: () => root, getNewLine: () => '\n' };
  console.log(ts.formatDiagnostics(errors, host));

  if (errors.length > 0 || results.some(({ errorCount }) => errorCount > 0)) process.exitCode = 1;
}

void main();
