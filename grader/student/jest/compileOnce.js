'use strict';
/**
 * Compiles a file once for all suites of a process, and a large one that does not change once for all processes. Jest
 * compiles it again for each suite, tfjs too, which took two fifths of the tests' time; a script that is compiled can be
 * run in any realm, and gives each suite functions of its own. Loaded by what Jest loads in each of its processes.
 */
const { join, sep } = require('node:path');
const vm = require('node:vm');
const { codeName, keepCode, readCode, removeOldCode } = require('../../bundling/codeCache');
const { courseRoot } = require('../../bundling/courseRoot');

const engine = join(__dirname, '../../..');
const folder = join(courseRoot(engine), '.descent', 'cache', 'scripts');
/** What is smaller is compiled as fast as it is read. */
const minLength = 50_000;

const { compileFunction } = vm;
/** @type {Map<string, { readonly code: string, readonly script: vm.Script }>} */
const compiled = new Map();
/** @type {Map<string, vm.Script>} - by the files that they are to be kept in */
const fresh = new Map();

/** @type {typeof compileFunction} */
vm.compileFunction = (code, parameters = [], options = {}) => {
  const { filename, parsingContext } = options;
  // What imports at run time asks the suite that it was compiled for.
  if (parsingContext === undefined || filename === undefined || mayImport(code))
    return compileFunction(code, parameters, options);
  const head = `(function (${parameters.join(', ')}) {`;
  const key = `${filename}\0${head}`;
  let one = compiled.get(key);
  if (one?.code !== code) {
    one = { code, script: scriptOf(head, code, filename) };
    compiled.set(key, one);
  }
  return one.script.runInContext(parsingContext);
};

/**
 * @param {string} head
 * @param {string} code
 * @param {string} filename
 */
function scriptOf(head, code, filename) {
  const isKept = code.length >= minLength && isLasting(filename);
  const path = isKept ? join(folder, codeName(head, code)) : undefined;
  const cachedData = path === undefined ? undefined : readCode(path);
  const script = new vm.Script(`${head}${code}\n})`, { filename, columnOffset: -head.length, cachedData });
  if (path !== undefined && (cachedData === undefined || script.cachedDataRejected)) fresh.set(path, script);
  return script;
}

/**
 * What students write changes with each run.
 *
 * @param {string} filename
 */
function isLasting(filename) {
  return filename.includes(`${sep}node_modules${sep}`) || filename.startsWith(join(engine, 'grader') + sep);
}

// At its end, a script has the functions that were compiled when they were called.
process.once('exit', () => {
  for (const [path, script] of fresh) keepCode(path, script.createCachedData());
  if (fresh.size > 0) removeOldCode(folder);
});

/**
 * Whether code has an `import()` of its own. One of nothing, or before a `?`, is in a text or a regular expression, and
 * one after a dot is a method.
 *
 * @param {string} code
 */
function mayImport(code) {
  return /(?<!\.)\bimport\s*\((?!\s*\)|\?)/.test(code);
}

module.exports = { mayImport };
