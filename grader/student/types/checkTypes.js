'use strict';
/** Types of an assignment's files, by TypeScript as the working copy configures it. */
const { readFileSync, statSync } = require('node:fs');
const { basename, join } = require('node:path');
const ts = require('typescript');
const { sourcesOf } = require('./typeCache');

/**
 * Errors that say that a name is unknown: of a name, a module or a namespace, with what may be meant or installed.
 *
 * @type {ReadonlySet<number>}
 */
const unknownNames = new Set([2304, 2307, 2503, 2552, 2580, 2581, 2582, 2583, 2584, 2591, 2592, 2593, 2688, 2792]);

/**
 * A checker that is fast from the second time on: only what was saved is read again. Types of packages that the
 * configuration names for all files, such as Node's, are two thirds of what there is to read, and are read once a file
 * has a name of theirs.
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
    // No one reads documentation here.
    jsDocParsingMode: ts.JSDocParsingMode.ParseForTypeErrors,
  });
  return (id) => {
    const own = sourcesOf(root, id);
    files = [...new Set([...files, ...own])];
    // Errors of syntax keep a file from being checked at all, which says so.
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
