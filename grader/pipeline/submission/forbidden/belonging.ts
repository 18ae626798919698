import type { AnyNode } from 'acorn';
import type { Evaluator } from './evaluator';
import { isClass, isFunction, isWithin, unwrap } from './syntax';

/**
 * Whether code that defines something belongs to whoever mentions it: what stands at the top of a file does; what stands in a function
 * is run by that function's callers, unless it is code itself.
 */
export function isRunFor(evaluator: Evaluator, node: AnyNode, user: AnyNode): boolean {
  if (isFunction(node) || isClass(node) || node.type === 'ObjectExpression') return true;
  for (let outer = evaluator.scopes.parentOf(node); outer !== undefined; outer = evaluator.scopes.parentOf(outer)) {
    if (isFunction(outer)) return isWithin(user, outer) || isFile(evaluator, outer);
  }
  return true;
}

/** The getter that an expression is returned by. */
export function getterAround(evaluator: Evaluator, node: AnyNode): AnyNode | undefined {
  let outer = evaluator.scopes.parentOf(node);
  while (outer !== undefined && !isFunction(outer)) outer = evaluator.scopes.parentOf(outer);
  const member = outer && evaluator.scopes.parentOf(outer);
  const isGetter = (member?.type === 'Property' || member?.type === 'MethodDefinition') && member.kind === 'get';
  return isGetter && member.value === outer ? outer : undefined;
}

function isFile(evaluator: Evaluator, node: AnyNode): boolean {
  let outer: AnyNode | undefined = node;
  for (let level = 0; level < 3 && outer !== undefined; level++) outer = evaluator.scopes.parentOf(outer);
  return outer !== undefined && evaluator.compiler.isFileWrapper(outer);
}

/** Whether evaluating an expression runs nothing of the submission's, but for loading a file. */
export function isPure(evaluator: Evaluator, node: AnyNode): boolean {
  const value = unwrap(node);
  if (value.type === 'MemberExpression') return isPure(evaluator, value.object);
  const [first] = value.type === 'CallExpression' ? value.arguments : [];
  if (first !== undefined && evaluator.compiler.called(value) !== undefined) return isPure(evaluator, first);
  if (isFileCall(evaluator, value)) return true;
  return value.type === 'Identifier' || value.type === 'ThisExpression';
}

/** Whether it is `require_mine()`, which hands out what a whole file exports. */
export function isFileCall(evaluator: Evaluator, node: AnyNode): boolean {
  return node.type === 'CallExpression' && evaluator.of(node.callee).some(({ kind }) => kind === 'module');
}
