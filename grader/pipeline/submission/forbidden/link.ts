import { parse, type AnyNode, type CallExpression, type NewExpression } from 'acorn';
import { globalFunction, methodCalled } from './calls';
import { CompilerFunctions } from './compilerFunctions';
import { Evaluator } from './evaluator';
import type { Meaning } from './meanings';
import { plain } from './members';
import { stepOf, type Step } from './patterns';
import { Scopes } from './scopes';
import { isClass, isFunction, type FunctionNode } from './syntax';

/** Methods of arrays that call a function with each element. */
const eachElement = new Set(['map', 'forEach', 'filter', 'flatMap', 'find', 'some', 'every']);

/** Looks through a script once: which properties objects are given, and which arguments functions are. */
export function evaluatorFor(code: string): Evaluator {
  const scopes = new Scopes(parse(code, { ecmaVersion: 'latest', sourceType: 'script', allowReturnOutsideFunction: true }));
  const evaluator = new Evaluator(scopes, new CompilerFunctions(code, scopes));
  for (const call of scopes.calls) if (evaluator.compiler.called(call) === '__commonJS') linkFile(evaluator, call);
  const own = [...scopes.memberAssignments];
  // Once more for what is told only by the first round, such as a property of what a property's function returns.
  for (let round = 0; round < 2; round++) {
    for (const { target, value } of own)
      assign(evaluator, evaluator.of(target.object), stepOf({ key: target.property, computed: target.computed }), value);
    for (const call of scopes.calls) linkCall(evaluator, call);
    evaluator.forget();
  }
  findEscaped(evaluator);
  evaluator.forget();
  return evaluator;
}

function assign(
  evaluator: Evaluator,
  objects: readonly Meaning[],
  step: Step,
  value: { readonly from: AnyNode; readonly steps: readonly Step[] },
): void {
  const { names, any } = evaluator.namesOf(step);
  for (const object of objects) {
    if (object.kind !== 'own' && object.kind !== 'instance') continue;
    for (const name of names) evaluator.assigned.add(object, { name, value });
    if (any) evaluator.assigned.add(object, { name: undefined, value });
  }
}

/** Gives a CommonJS file, `__commonJS({ 'mine.js'(exports, module) {…} })`, its own `module` and `exports`. */
function linkFile(evaluator: Evaluator, call: CallExpression | NewExpression): void {
  const [files] = call.arguments;
  const file = files?.type === 'ObjectExpression' ? files.properties[0] : undefined;
  if (file?.type !== 'Property' || !isFunction(file.value)) return;
  const exports = { ...evaluator.exports };
  const module = { ...evaluator.module };
  evaluator.files.set(call, module);
  evaluator.assigned.add(evaluator.meanings.own(module), { name: 'exports', value: plain(exports) });
  const [forExports, forModule] = file.value.params;
  if (forExports !== undefined) evaluator.scopes.define(forExports, plain(exports), 'passed');
  if (forModule !== undefined) evaluator.scopes.define(forModule, plain(module), 'passed');
}

function linkCall(evaluator: Evaluator, call: CallExpression | NewExpression): void {
  const [first, second, third] = call.arguments;
  const compiler = evaluator.compiler.called(call);
  const global = globalFunction(evaluator, call.callee);
  if (first !== undefined && second !== undefined && (compiler === '__export' || compiler === '__reExport' || global === 'Object.assign')) {
    for (const object of evaluator.of(first)) {
      if (compiler === '__export') exportAll(evaluator, object, second);
      else for (const source of call.arguments.slice(1)) evaluator.assigned.copy(object, plain(source), compiler === '__reExport');
    }
  }
  if (global === 'Object.defineProperty' && first !== undefined && second !== undefined && third !== undefined) {
    for (const part of evaluator.of(third)) {
      const values = [...evaluator.sourcesOf(part, 'value'), ...getters(evaluator, part)];
      for (const value of values) assign(evaluator, evaluator.of(first), { computed: second }, value);
    }
  }
  if (compiler === undefined) passArguments(evaluator, call);
}

/** `__export(object, { name: () => value })`. */
function exportAll(evaluator: Evaluator, object: Meaning, all: AnyNode): void {
  if (all.type !== 'ObjectExpression') return;
  for (const property of all.properties) {
    if (property.type !== 'Property' || !isFunction(property.value)) continue;
    for (const value of evaluator.returnsOf(property.value)) assign(evaluator, [object], stepOf(property), plain(value));
  }
}

function getters(evaluator: Evaluator, descriptor: Meaning): readonly ReturnType<typeof plain>[] {
  const functions = evaluator.sourcesOf(descriptor, 'get').flatMap((source) => evaluator.ofDefinition(source));
  return functions.flatMap((get) => (get.kind === 'own' && isFunction(get.node) ? evaluator.returnsOf(get.node).map(plain) : []));
}

function passArguments(evaluator: Evaluator, call: CallExpression | NewExpression): void {
  const { object, name } = methodCalled(call.callee);
  const [first] = call.arguments;
  if (object !== undefined && first !== undefined && name !== undefined && (name === 'then' || eachElement.has(name))) {
    const steps: readonly Step[] = name === 'then' ? [] : [{ any: true }];
    for (const called of functionsIn(evaluator.of(first))) {
      const [parameter] = called.params;
      if (parameter !== undefined) pass(evaluator, parameter, { from: object, steps });
    }
  }
  const isCall = object !== undefined && name === 'call';
  const callees = functionsIn(evaluator.of(isCall ? object : call.callee));
  const given = isCall ? call.arguments.slice(1) : call.arguments;
  for (const called of callees) {
    for (const [index, argument] of given.entries()) {
      const parameter = called.params[index];
      if (argument.type === 'SpreadElement' || parameter === undefined) break;
      if (parameter.type === 'RestElement') {
        for (const rest of given.slice(index))
          pass(evaluator, parameter, plain({ type: 'ArrayExpression', start: -1, end: -1, elements: [rest] }));
        break;
      }
      pass(evaluator, parameter, plain(argument));
    }
  }
}

function pass(evaluator: Evaluator, parameter: AnyNode, value: ReturnType<typeof plain>): void {
  evaluator.scopes.define(parameter, value, 'passed');
}

function functionsIn(values: readonly Meaning[]): readonly FunctionNode[] {
  return values.flatMap((value) => {
    if (value.kind !== 'own') return [];
    if (!isClass(value.node)) return isFunction(value.node) ? [value.node] : [];
    const constructor = value.node.body.body.find((member) => member.type === 'MethodDefinition' && member.kind === 'constructor');
    return constructor?.type === 'MethodDefinition' ? [constructor.value] : [];
  });
}

/** Functions that are used otherwise than by calling them, or that the script exports, may be called with anything. */
function findEscaped(evaluator: Evaluator): void {
  const { scopes, escaped } = evaluator;
  for (const reference of scopes.references) {
    const parent = scopes.parentOf(reference);
    if ((parent?.type === 'CallExpression' || parent?.type === 'NewExpression') && parent.callee === reference) continue;
    for (const { from } of scopes.bindingOf(reference)?.definitions ?? []) if (isFunction(from)) escaped.add(from);
  }
  const exported = evaluator.member([evaluator.meanings.own(evaluator.module)], { name: 'exports' });
  for (const called of functionsIn(evaluator.member(exported, { any: true }))) escaped.add(called);
}
