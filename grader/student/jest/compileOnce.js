'use strict';
/**
 * Compiles a file once for all suites of a process. Jest compiles it again for each suite, tfjs too, which took two
 * fifths of the tests' time; a script that is compiled can be run in any realm, and gives each suite functions of its
 * own. Loaded by what Jest loads in each of its processes.
 */
const vm = require('node:vm');

const { compileFunction } = vm;
/** @type {Map<string, { readonly code: string, readonly script: vm.Script }>} */
const compiled = new Map();

/** @type {typeof compileFunction} */
vm.compileFunction = (code, parameters = [], options = {}) => {
  const { filename, parsingContext, importModuleDynamically } = options;
  // What may import at run time asks the suite that it was compiled for.
  const isShared = parsingContext !== undefined && filename !== undefined && !('SourceTextModule' in vm);
  if (!isShared) return compileFunction(code, parameters, options);
  const head = `(function (${parameters.join(', ')}) {`;
  const key = `${filename}\0${head}`;
  let one = compiled.get(key);
  if (one?.code !== code) {
    // Without Jest's ES modules no import at run time succeeds, whichever suite is asked.
    const asked = /** @type {vm.ScriptOptions} */ ({ importModuleDynamically });
    const script = new vm.Script(`${head}${code}\n})`, { filename, columnOffset: -head.length, ...asked });
    compiled.set(key, (one = { code, script }));
  }
  return one.script.runInContext(parsingContext);
};
