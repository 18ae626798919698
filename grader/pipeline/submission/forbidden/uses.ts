import type { AnyNode, CallExpression, NewExpression } from 'acorn';
import type { ForbiddenCall } from '../../types';
import { globalFunction, methodCalled } from './calls';
import type { Evaluator } from './evaluator';
import { forbiddenName } from './meanings';
import { isClass, unwrap } from './syntax';

/** A forbidden call as code. */
export interface Use {
  readonly call: string;
  readonly node: AnyNode;
}

/** The forbidden library function that `node` itself, not what is in it, calls or hands over to be called. */
export function useIn(evaluator: Evaluator, node: AnyNode, forbidden: readonly ForbiddenCall[]): Use | undefined {
  switch (node.type) {
    case 'CallExpression':
      if (evaluator.compiler.called(node) !== undefined) return undefined;
      return called(evaluator, node.callee, forbidden) ?? handedOver(evaluator, node, forbidden);
    case 'NewExpression':
      return called(evaluator, node.callee, forbidden) ?? handedOver(evaluator, node, forbidden);
    case 'TaggedTemplateExpression':
      return called(evaluator, node.tag, forbidden);
    default:
      // Making an object of the class calls the class above it.
      return isClass(node) && node.superClass ? functionIn(evaluator, node.superClass, forbidden) : undefined;
  }
}

/** The forbidden library function that an expression may stand for. Methods of tensors don't count: they need their tensor. */
export function functionIn(evaluator: Evaluator, node: AnyNode, forbidden: readonly ForbiddenCall[]): Use | undefined {
  for (const meaning of evaluator.of(node)) {
    const call = meaning.kind === 'library' ? forbiddenName(meaning, forbidden) : undefined;
    if (call !== undefined) return { call, node: nameOf(node) };
  }
  return undefined;
}

function called(evaluator: Evaluator, callee: AnyNode, forbidden: readonly ForbiddenCall[]): Use | undefined {
  const { object, name } = methodCalled(callee);
  const isIndirect = object !== undefined && (name === 'call' || name === 'apply' || name === 'bind');
  if (isIndirect) return thing(evaluator, object, forbidden, true);
  return thing(evaluator, callee, forbidden, unwrap(callee).type === 'MemberExpression');
}

/** @param hasTensor - whether a tensor comes with the call, so that a tensor's method would work */
function thing(evaluator: Evaluator, node: AnyNode, forbidden: readonly ForbiddenCall[], hasTensor: boolean): Use | undefined {
  for (const meaning of evaluator.of(node)) {
    const call = hasTensor || meaning.kind === 'library' ? forbiddenName(meaning, forbidden) : undefined;
    if (call !== undefined) return { call, node: nameOf(node) };
  }
  return undefined;
}

function handedOver(evaluator: Evaluator, node: CallExpression | NewExpression, forbidden: readonly ForbiddenCall[]): Use | undefined {
  const [first] = node.arguments;
  if (first !== undefined && globalFunction(evaluator, node.callee) === 'Reflect.apply') {
    const use = thing(evaluator, first, forbidden, true);
    if (use !== undefined) return use;
  }
  return firstOf(node.arguments, (argument) => inArgument(evaluator, argument, forbidden));
}

/** Looks into an argument that is written as a list or object, too. */
function inArgument(evaluator: Evaluator, argument: AnyNode, forbidden: readonly ForbiddenCall[]): Use | undefined {
  if (argument.type === 'SpreadElement') return inArgument(evaluator, argument.argument, forbidden);
  if (argument.type === 'ArrayExpression') {
    return firstOf(argument.elements, (element) => (element === null ? undefined : inArgument(evaluator, element, forbidden)));
  }
  if (argument.type === 'ObjectExpression') {
    return firstOf(argument.properties, (property) =>
      property.type === 'Property' ? inArgument(evaluator, property.value, forbidden) : undefined,
    );
  }
  return functionIn(evaluator, argument, forbidden);
}

/** What to point at: in `tf.losses.logLoss`, the last name. */
function nameOf(node: AnyNode): AnyNode {
  const named = unwrap(node);
  return named.type === 'MemberExpression' ? named.property : named;
}

function firstOf<T>(items: readonly T[], find: (item: T) => Use | undefined): Use | undefined {
  for (const item of items) {
    const use = find(item);
    if (use !== undefined) return use;
  }
  return undefined;
}
