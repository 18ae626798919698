import type { AnyNode, Program } from 'acorn';
import { keyOf, memberName } from './Names';

/**
 * The expression that a compiled script exports under a name; undefined if it is not a literal statement at top level.
 * For a module, esbuild writes `__export(losses_exports, { softmax: () => softmax })`, and assigns that object in the
 * next statement; CommonJS stays as written.
 */
export function exportedAs({ body }: Program, name: string): AnyNode | undefined {
  const expressions = body.map((statement) =>
    statement.type === 'ExpressionStatement' ? statement.expression : undefined,
  );
  let found: AnyNode | undefined;
  expressions.forEach((expression, index) => {
    if (expression?.type === 'AssignmentExpression') {
      const { left, right } = expression;
      if (isExports(left)) found = memberOf(right, name) ?? found;
      else if (left.type === 'MemberExpression' && isExports(left.object) && memberName(left) === name) found = right;
    }
    const next = expressions[index + 1];
    if (expression?.type === 'CallExpression' && next?.type === 'AssignmentExpression' && isExports(next.left)) {
      const getter = memberOf(expression.arguments[1], name);
      if (getter?.type === 'ArrowFunctionExpression') found = getter.body;
    }
  });
  return found;
}

function isExports(node: AnyNode): boolean {
  return node.type === 'Identifier' ? node.name === 'exports' : memberName(node) === 'exports';
}

function memberOf(object: AnyNode | undefined, name: string): AnyNode | undefined {
  if (object?.type !== 'ObjectExpression') return undefined;
  for (const property of object.properties) {
    if (property.type === 'Property' && property.kind === 'init' && keyOf(property.key, property.computed) === name)
      return property.value;
  }
  return undefined;
}
