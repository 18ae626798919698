'use strict';
/**
 * Compiles a file once for all suites of a process, and a large unchanging file once for all processes. Jest compiles
 * each file again for each suite, including tfjs, which took two fifths of the tests' time; a compiled script can run
 * in any realm, and gives each suite its own functions. Loaded by a module that Jest loads in each of its processes.
 */
const { join, sep } = require('node:path');
const vm = require('node:vm');
const { codeName, keepCode, readCode, removeOldCode } = require('../../bundling/codeCache');
const { courseRoot } = require('../../bundling/courseRoot');

const engine = join(__dirname, '../../..');
const folder = join(courseRoot(engine), '.descent', 'cache', 'scripts');
/** Smaller files compile as fast as they are read. */
const minLength = 50_000;

const { compileFunction } = vm;
/** @type {Map<string, { readonly code: string, readonly script: vm.Script }>} */
const compiled = new Map();
/** @type {Map<string, vm.Script>} - by their cache files */
const fresh = new Map();

/** @type {typeof compileFunction} */
vm.compileFunction = (code, parameters = [], options = {}) => {
  const { filename, parsingContext } = options;
  // Dynamic imports are resolved by the suite that the script was compiled for.
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
 * Students' files change with each run.
 *
 * @param {string} filename
 */
function isLasting(filename) {
  return filename.includes(`${sep}node_modules${sep}`) || filename.startsWith(join(engine, 'grader') + sep);
}

// At the end, the script's cache includes lazily compiled functions.
process.once('exit', () => {
  for (const [path, script] of fresh) keepCode(path, script.createCachedData());
  if (fresh.size > 0) removeOldCode(folder);
});

/**
 * Whether code contains a dynamic `import()`. Without an argument, or before a `?`, it is in a string or a regular
 * expression, and after a dot it is a method.
 *
 * @param {string} code
 */
function mayImport(code) {
  return /(?<!\.)\bimport\s*\((?!\s*\)|\?)/.test(code);
}

module.exports = { mayImport };
