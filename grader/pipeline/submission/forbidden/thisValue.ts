import type { AnyNode, Super, ThisExpression } from 'acorn';
import type { Evaluator } from './evaluator';
import { unknown, type Meaning } from './meanings';
import { isClass, isFunction, type ClassNode } from './syntax';

/** What `this` may be where it stands; for `super`, what is above that. */
export function meaningOfThis(evaluator: Evaluator, node: ThisExpression | Super): readonly Meaning[] {
  const meanings = around(evaluator, node);
  return node.type === 'ThisExpression' ? meanings : meanings.flatMap((meaning) => above(evaluator, meaning));
}

function around(evaluator: Evaluator, node: AnyNode): readonly Meaning[] {
  const { scopes, meanings } = evaluator;
  for (let inner = node, outer = scopes.parentOf(inner); outer !== undefined; inner = outer, outer = scopes.parentOf(inner)) {
    const member = outer.type === 'PropertyDefinition' || outer.type === 'MethodDefinition' ? outer : undefined;
    const isCode = member !== undefined && inner === member.value;
    if (outer.type === 'StaticBlock' || isCode) {
      const owner = classAround(evaluator, outer);
      if (owner !== undefined) return [member === undefined || member.static ? meanings.own(owner) : meanings.instance(owner)];
    }
    if (isFunction(inner) && inner.type !== 'ArrowFunctionExpression') {
      const object = outer.type === 'Property' ? scopes.parentOf(outer) : undefined;
      if (object?.type === 'ObjectExpression') return [meanings.own(object)];
      // Model.prototype.run = function () { … }
      if (outer.type === 'AssignmentExpression' && outer.left.type === 'MemberExpression') return evaluator.of(outer.left.object);
      return [meanings.instance(inner)];
    }
  }
  return [unknown];
}

function above(evaluator: Evaluator, meaning: Meaning): readonly Meaning[] {
  const node = meaning.kind === 'own' ? meaning.node : meaning.kind === 'instance' ? meaning.of : undefined;
  if (node === undefined || !isClass(node) || !node.superClass) return [];
  return evaluator.of(node.superClass).flatMap((superClass): readonly Meaning[] => {
    if (meaning.kind === 'own') return [superClass];
    const isOwn = superClass.kind === 'own' && (isClass(superClass.node) || isFunction(superClass.node));
    return isOwn ? evaluator.member([superClass], { name: 'prototype' }) : [unknown];
  });
}

function classAround(evaluator: Evaluator, member: AnyNode): ClassNode | undefined {
  const body = evaluator.scopes.parentOf(member);
  const owner = body && evaluator.scopes.parentOf(body);
  return owner !== undefined && isClass(owner) ? owner : undefined;
}
