import { getLineInfo, type AnyNode, type Identifier, type Program } from 'acorn';
import { ofJest } from '../words/ofJest';

/** A student's own Jest test at the top of a script, which only Jest can run: its function and place. */
export function findOwnTest(
  { body }: Program,
  code: string,
): { readonly name: string; readonly line: number; readonly column: number } | undefined {
  const declared = new Set(
    body.flatMap((statement) =>
      statement.type === 'FunctionDeclaration'
        ? [statement.id.name]
        : statement.type === 'VariableDeclaration'
          ? statement.declarations.flatMap(({ id }) => (id.type === 'Identifier' ? [id.name] : []))
          : [],
    ),
  );
  for (const statement of body) {
    if (statement.type !== 'ExpressionStatement' || statement.expression.type !== 'CallExpression') continue;
    const callee = calledName(statement.expression);
    if (callee === undefined || !ofJest.includes(callee.name) || declared.has(callee.name)) continue;
    const { line, column } = getLineInfo(code, callee.start);
    return { name: callee.name, line, column: column + 1 };
  }
  return undefined;
}

/** The function at the start of a call chain: `describe(…)`, `describe.only(…)`, `test.each([…])(…)`. */
function calledName(called: AnyNode): Identifier | undefined {
  switch (called.type) {
    case 'Identifier':
      return called;
    case 'CallExpression':
      return calledName(called.callee);
    case 'TaggedTemplateExpression':
      return calledName(called.tag);
    case 'MemberExpression':
      return calledName(called.object);
    default:
      return undefined;
  }
}
