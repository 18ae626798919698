'use strict';
/** Type-checks an assignment's files with the working copy's TypeScript configuration. */
const { readFileSync, statSync } = require('node:fs');
const { basename, join } = require('node:path');
const ts = require('typescript');
const { sourcesOf } = require('./typeCache');

/**
 * Codes of errors about unknown names, modules or namespaces, with suggestions.
 *
 * @type {ReadonlySet<number>}
 */
const unknownNames = new Set([2304, 2307, 2503, 2552, 2580, 2581, 2582, 2583, 2584, 2591, 2592, 2593, 2688, 2792]);

/**
 * A checker that is fast from the second check on: only saved files are read again. Global type packages in the
 * configuration, such as Node's, are two thirds of all input, and are only read once a file uses one of their names.
 *
 * @param {string} root
 * @returns {(id: string) => readonly string[]} `losses.ts:4:3  Type 'number' is not assignable to type 'string'.`
 */
function typeChecker(root) {
  const options = optionsOf(root);
  let diagnose = diagnosis(root, { ...options, types: [] });
  let isLean = true;
  return (id) => {
    let found = diagnose(id);
    if (isLean && found.some(({ code }) => unknownNames.has(code))) {
      isLean = false;
      diagnose = diagnosis(root, options);
      found = diagnose(id);
    }
    return found.map(lineOf);
  };
}

/**
 * @param {string} root
 * @param {import('typescript').CompilerOptions} options
 * @returns {(id: string) => readonly import('typescript').Diagnostic[]}
 */
function diagnosis(root, options) {
  /** @type {string[]} */
  let files = [];
  /** @param {string} path */
  const version = (path) => String(statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0);
  const service = ts.createLanguageService({
    getCompilationSettings: () => options,
    getScriptFileNames: () => files,
    getScriptVersion: (path) => (path.includes('node_modules') ? '0' : version(path)),
    getScriptSnapshot: (path) =>
      ts.sys.fileExists(path) ? ts.ScriptSnapshot.fromString(readFileSync(path, 'utf8')) : undefined,
    getCurrentDirectory: () => root,
    getDefaultLibFileName: ts.getDefaultLibFilePath,
    fileExists: ts.sys.fileExists,
    readFile: ts.sys.readFile,
    directoryExists: ts.sys.directoryExists,
    getDirectories: ts.sys.getDirectories,
    realpath: ts.sys.realpath,
    // Doc comments are not needed here.
    jsDocParsingMode: ts.JSDocParsingMode.ParseForTypeErrors,
  });
  return (id) => {
    const own = sourcesOf(root, id);
    files = [...new Set([...files, ...own])];
    // Syntax errors are reported elsewhere, since such a file can't be checked at all.
    if (own.some((path) => service.getSyntacticDiagnostics(path).length > 0)) return [];
    return own.flatMap((path) => service.getSemanticDiagnostics(path));
  };
}

/** @param {string} root */
function optionsOf(root) {
  const { config } = ts.readConfigFile(join(root, 'tsconfig.json'), ts.sys.readFile);
  return {
    ...ts.parseJsonConfigFileContent({ ...config, files: [], include: [] }, ts.sys, root).options,
    noEmit: true,
  };
}

/** @param {import('typescript').Diagnostic} diagnostic */
function lineOf({ file, start = 0, messageText }) {
  const [message = ''] = ts.flattenDiagnosticMessageText(messageText, '\n').split('\n');
  if (file === undefined) return message;
  const { line, character } = file.getLineAndCharacterOfPosition(start);
  return `${basename(file.fileName)}:${line + 1}:${character + 1}  ${message}`;
}

module.exports = { typeChecker };
