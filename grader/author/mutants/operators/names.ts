import ts from 'typescript';
import { replace, type MutationOperator } from '../mutation';

/**
 * A name for another of the same kind: fields of the same options, parameters of the same type, tensors of the same
 * function. β1 ↔ β2, `m` ↔ `v`.
 */
export const confusedNames: MutationOperator = (node) => {
  if (!ts.isIdentifier(node) || !isUse(node)) return [];
  const name = node.text;
  const others = isFieldOfOptions(node)
    ? fieldsOf(node.parent)
    : groupsAround(node).find((group) => group.includes(name));
  if (others === undefined) return [];
  const index = others.indexOf(name);
  const next = others[(index + 1) % others.length];
  if (next === undefined || next === name) return [];
  return [replace(node, ts.isShorthandPropertyAssignment(node.parent) ? `${name}: ${next}` : next)];
};

/** { w: a, v: b } → { w: b, v: a }. */
export const confusedFields: MutationOperator = (node) => {
  if (!ts.isObjectLiteralExpression(node)) return [];
  const values = node.properties.flatMap((property): { property: ts.Node; name: string; value: string }[] => {
    if (ts.isPropertyAssignment(property))
      return [{ property, name: property.name.getText(), value: property.initializer.getText() }];
    return ts.isShorthandPropertyAssignment(property)
      ? [{ property, name: property.name.text, value: property.name.text }]
      : [];
  });
  return values.slice(1).flatMap((one, index) => {
    const before = values[index];
    if (before === undefined || before.value === one.value) return [];
    const between = node.getSourceFile().text.slice(before.property.getEnd(), one.property.getStart());
    const text = `${before.name}: ${one.value}${between}${one.name}: ${before.value}`;
    return [{ start: before.property.getStart(), end: one.property.getEnd(), text }];
  });
};

function isUse({ parent }: ts.Identifier): boolean {
  const declares = ts.isBindingElement(parent) || ts.isParameter(parent) || ts.isVariableDeclaration(parent);
  return (
    !declares || ('initializer' in parent && parent.initializer !== undefined && ts.isIdentifier(parent.initializer))
  );
}

function isFieldOfOptions(node: ts.Identifier): node is ts.Identifier & { parent: ts.PropertyAccessExpression } {
  return (
    ts.isPropertyAccessExpression(node.parent) && node.parent.name === node && ts.isIdentifier(node.parent.expression)
  );
}

/** All fields that the function reads from the same object, and those that its parameter declares. */
function fieldsOf(access: ts.PropertyAccessExpression): readonly string[] {
  const root = functionsAround(access).at(-1);
  const owner = access.expression.getText();
  if (root === undefined || ts.isCallExpression(access.parent)) return [];
  const fields = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (ts.isPropertyAccessExpression(node) && node.expression.getText() === owner && !isCallee(node))
      fields.add(node.name.text);
    if (ts.isParameter(node) && node.name.getText() === owner && node.type !== undefined)
      collectMembers(node.type, fields);
    ts.forEachChild(node, visit);
  };
  visit(root);
  return [...fields];
}

function isCallee(node: ts.PropertyAccessExpression): boolean {
  return ts.isCallExpression(node.parent) && node.parent.expression === node;
}

function collectMembers(type: ts.TypeNode, fields: Set<string>): void {
  if (ts.isIntersectionTypeNode(type)) type.types.forEach((part) => collectMembers(part, fields));
  if (ts.isTypeLiteralNode(type))
    type.members.forEach((member) => member.name !== undefined && fields.add(member.name.getText()));
}

/** Similar names in scope, innermost first. */
function groupsAround(node: ts.Node): readonly (readonly string[])[] {
  return functionsAround(node).flatMap((one) => {
    const byType = new Map<string, string[]>();
    for (const { name, type } of one.parameters) {
      const key = type?.getText() ?? '';
      if (ts.isIdentifier(name)) byType.set(key, [...(byType.get(key) ?? []), name.text]);
    }
    const destructured = destructuredIn(one.body);
    return [...destructured, ...byType.values()].filter(({ length }) => length > 1);
  });
}

function destructuredIn(body: ts.Node | undefined): readonly string[][] {
  if (body === undefined || !ts.isBlock(body)) return [];
  return body.statements.flatMap((statement) => {
    if (!ts.isVariableStatement(statement)) return [];
    return statement.declarationList.declarations.flatMap(({ name }) => {
      if (ts.isIdentifier(name)) return [];
      return [
        name.elements.flatMap((element) =>
          ts.isBindingElement(element) && ts.isIdentifier(element.name) ? [element.name.text] : [],
        ),
      ];
    });
  });
}

function functionsAround(node: ts.Node): readonly ts.FunctionLikeDeclaration[] {
  const found: ts.FunctionLikeDeclaration[] = [];
  for (let current: ts.Node | undefined = node; current !== undefined; current = current.parent) {
    if (ts.isFunctionDeclaration(current) || ts.isArrowFunction(current) || ts.isFunctionExpression(current))
      found.push(current);
  }
  return found;
}
