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
  const { filename, parsingContext } = options;
  // What imports at run time asks the suite that it was compiled for.
  if (parsingContext === undefined || filename === undefined || /\bimport\s*\(/.test(code))
    return compileFunction(code, parameters, options);
  const head = `(function (${parameters.join(', ')}) {`;
  const key = `${filename}\0${head}`;
  let one = compiled.get(key);
  if (one?.code !== code) {
    one = { code, script: new vm.Script(`${head}${code}\n})`, { filename, columnOffset: -head.length }) };
    compiled.set(key, one);
  }
  return one.script.runInContext(parsingContext);
};
