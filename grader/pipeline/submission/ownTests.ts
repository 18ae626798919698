import { getLineInfo, type CallExpression, type Identifier, type Program } from 'acorn';

/** What only exists where Jest runs. */
const ofJest: ReadonlySet<string> = new Set([
  'describe',
  'it',
  'test',
  'expect',
  'beforeEach',
  'afterEach',
  'beforeAll',
]);

/** A test of the student's own at the top of a script, which no one but Jest can run: its function, and where it is. */
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
    if (callee === undefined || !ofJest.has(callee.name) || declared.has(callee.name)) continue;
    const { line, column } = getLineInfo(code, callee.start);
    return { name: callee.name, line, column: column + 1 };
  }
  return undefined;
}

/** `describe(…)`, and `describe.only(…)` too. */
function calledName({ callee }: CallExpression): Identifier | undefined {
  if (callee.type === 'Identifier') return callee;
  return callee.type === 'MemberExpression' && callee.object.type === 'Identifier' ? callee.object : undefined;
}
