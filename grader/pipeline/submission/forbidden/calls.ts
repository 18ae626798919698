import type { AnyNode, CallExpression } from 'acorn';
import { libraryNames } from '../allowedImports';
import { unknown, type Meaning } from './meanings';
import type { Evaluator } from './evaluator';
import { isFunction, unwrap } from './syntax';

/** Functions of JavaScript's own that hand back their first argument. */
const handsBack = new Set(['Object.freeze', 'Object.seal', 'Object.assign', 'Object.defineProperty', 'Promise.resolve', 'Promise.all']);

/** What a call may return. */
export function valuesOfCall(evaluator: Evaluator, node: CallExpression): readonly Meaning[] {
  const [first, second] = node.arguments;
  const file = evaluator.files.get(node);
  if (file !== undefined) return [{ kind: 'module', node: file }];
  if (evaluator.compiler.called(node) !== undefined) return first === undefined ? [] : evaluator.of(first);
  const global = globalFunction(evaluator, node.callee);
  if (global !== undefined && handsBack.has(global)) return first === undefined ? [] : evaluator.of(first);
  if (global === 'Reflect.get' && first !== undefined && second !== undefined)
    return evaluator.member(evaluator.of(first), { computed: second });

  const { object, name } = methodCalled(node.callee);
  if (object !== undefined && name === 'bind') return evaluator.of(object);
  if (object !== undefined && (name === 'call' || name === 'apply'))
    return evaluator.of(object).flatMap((called) => returned(evaluator, called, []));
  if (object !== undefined && name === 'then')
    return first === undefined ? [] : evaluator.of(first).flatMap((called) => returned(evaluator, called, []));
  const values = evaluator.of(node.callee).flatMap((called) => returned(evaluator, called, node.arguments));
  // What TypeScript's compiler writes around a require().
  const isInterop = node.callee.type === 'Identifier' && /^__import(Star|Default)$/.test(node.callee.name);
  return isInterop && first !== undefined ? [...values, ...evaluator.of(first)] : values;
}

/** `Object.freeze` for that function of JavaScript's own, if no variable of that name hides it. */
export function globalFunction(evaluator: Evaluator, callee: AnyNode): string | undefined {
  const { object, name } = methodCalled(callee);
  return object?.type === 'Identifier' && name !== undefined && evaluator.scopes.bindingOf(object) === undefined
    ? `${object.name}.${name}`
    : undefined;
}

/** Object and name of `object.name(…)`, where the name is written out. */
export function methodCalled(callee: AnyNode): { readonly object?: AnyNode; readonly name?: string } {
  const called = unwrap(callee);
  if (called.type !== 'MemberExpression') return {};
  const { object, property, computed } = called;
  if (!computed && property.type === 'Identifier') return { object, name: property.name };
  return property.type === 'Literal' ? { object, name: String(property.value) } : {};
}

function returned(evaluator: Evaluator, called: Meaning, given: readonly AnyNode[]): readonly Meaning[] {
  const [first] = given;
  switch (called.kind) {
    case 'own':
      return isFunction(called.node) ? evaluator.returnsOf(called.node).flatMap((node) => evaluator.of(node)) : [];
    case 'module':
      return evaluator.member([evaluator.meanings.own(called.node)], { name: 'exports' });
    case 'require': {
      const names = first === undefined ? [] : evaluator.of(first);
      return names.map((name) => (name.kind === 'text' && libraryNames.includes(name.text) ? evaluator.meanings.library([]) : unknown));
    }
    default:
      return [unknown];
  }
}
