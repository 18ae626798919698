'use strict';
/**
 * `npm run lint` and `npm run types` at once: rules that know types have nearly all of them inferred, which the search
 * for type errors would otherwise do again.
 */
const { join, resolve } = require('node:path');
const { ESLint } = require('eslint');
const ts = require('typescript');

const root = join(__dirname, '../../..');

/** @type {Set<import('typescript').Program>} */
const programs = new Set();
/**
 * Keeps the programs that rules ask for types.
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
  const eslint = new ESLint({
    cwd: root,
    overrideConfig: {
      files: ['**/*.ts'],
      plugins: { types: { rules: { 'keep-program': keepProgram } } },
      rules: { 'types/keep-program': 'error' },
    },
  });
  const results = await eslint.lintFiles(['.']);
  const { format } = await eslint.loadFormatter('stylish');
  console.log(await format(results));

  // Folders with a tsconfig.json of their own have programs of their own, and are in this one as well.
  const config = join(root, 'tsconfig.json');
  const program = [...programs].findLast((one) => resolve(String(one.getCompilerOptions().configFilePath)) === config);
  if (program === undefined) throw new Error(`no rule asked for a type of ${config}, so that no error would be found`);
  const errors = ts.getPreEmitDiagnostics(program);
  const host = { getCanonicalFileName: String, getCurrentDirectory: () => root, getNewLine: () => '\n' };
  console.log(ts.formatDiagnostics(errors, host));

  if (errors.length > 0 || results.some(({ errorCount }) => errorCount > 0)) process.exitCode = 1;
}

void main();
