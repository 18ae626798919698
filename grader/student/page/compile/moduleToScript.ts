import type {
  ExportAllDeclaration,
  ExportDefaultDeclaration,
  ExportNamedDeclaration,
  Identifier,
  ImportDeclaration,
  Literal,
  Node,
  Program,
} from 'acorn';
import { base, simple } from 'acorn-walk';
import { causeOfImport, libraryNames, parseModule, refusalOf, type Named } from '../../../pipeline/submission';
import type { CompileCause } from '../../../pipeline/types';

/** A construct that submissions must not contain: an import, or a top-level await. */
export class RefusedModule extends Error {
  override readonly name = 'RefusedModule';

  constructor(
    message: string,
    override readonly cause: CompileCause,
    readonly place: { readonly line: number; readonly column: number },
  ) {
    super(message);
  }
}

/** As esbuild names them, since the analysis depends on these names. */
const helpers =
  'var __toESM = (module) => module, __toCommonJS = (exported) => exported, __export = (target, all) => { for (var name in all) Object.defineProperty(target, name, { get: all[name], enumerable: true }); };';

interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * Converts a JavaScript module to CommonJS, in the form of esbuild. Additions go to the first line, and removed code
 * becomes blanks, so all other positions are preserved.
 *
 * @param exercises - what is only exported under a former name is also exported under the current one
 * @throws RefusedModule for a disallowed import or top-level await @throws SyntaxError if it is not a module
 */
export function moduleToScript(module: string, exercises: readonly Named[] = []): string {
  const edits: Edit[] = [];
  const imports: string[] = [];
  const exported = new Map<string, string>();
  const program = parseModule(module);
  refuseAwait(program);
  for (const statement of program.body) {
    const blank = ({ start, end }: Pick<Node, 'start' | 'end'>): unknown => edits.push({ start, end, text: '' });
    switch (statement.type) {
      case 'ImportDeclaration':
        imports.push(importOf(statement));
        blank(statement);
        break;
      case 'ExportNamedDeclaration':
        if (statement.source) imports.push(importOf(statement));
        for (const [name, local] of exportsOf(statement)) exported.set(name, local);
        blank(statement.declaration ? { start: statement.start, end: statement.declaration.start } : statement);
        break;
      case 'ExportDefaultDeclaration':
        edits.push(defaultEdit(statement));
        exported.set('default', defaultName(statement));
        break;
      case 'ExportAllDeclaration':
        imports.push(importOf(statement));
        blank(statement);
        break;
      default:
    }
  }
  for (const { name, formerNames = [] } of exercises) {
    const local = [name, ...formerNames].map((one) => exported.get(one)).find((one) => one !== undefined);
    if (local !== undefined) exported.set(name, local);
  }
  const getters = [...exported].map(([name, local]) => `${JSON.stringify(name)}: () => ${local}`).join(', ');
  const head = [
    '"use strict";',
    helpers,
    'var submission_exports = {};',
    `__export(submission_exports, { ${getters} });`,
    'module.exports = __toCommonJS(submission_exports);',
    ...imports,
  ];
  return head.join(' ') + edited(module, edits);
}

/** A script can't use top-level await. */
function refuseAwait(program: Program): void {
  const refuse = (node: Node): never => {
    const { line = 1, column = 0 } = node.loc?.start ?? {};
    throw new RefusedModule(
      'await stands outside of a function',
      { id: 'top-level-await' },
      { line, column: column + 1 },
    );
  };
  simple(
    program,
    { AwaitExpression: refuse, ForOfStatement: (loop) => void (loop.await && refuse(loop)) },
    { ...base, Function: () => undefined },
  );
}

function importOf(statement: ImportDeclaration | ExportNamedDeclaration | ExportAllDeclaration): string {
  const path = String(statement.source?.value);
  const at = statement.loc?.start ?? { line: 1, column: 0 };
  const place = { line: at.line, column: at.column + 1 };
  const isLibrary = libraryNames.includes(path);
  if (!isLibrary && path !== 'descent') throw new RefusedModule(refusalOf(path), causeOfImport(path), place);
  const loaded = `__toESM(require(${JSON.stringify(isLibrary ? '@tensorflow/tfjs' : path)}))`;
  if (statement.type !== 'ImportDeclaration') return `var ${reexported(statement)} = ${loaded};`;
  return statement.specifiers
    .map((specifier) => {
      const { name } = specifier.local;
      if (specifier.type === 'ImportNamespaceSpecifier') return `var ${name} = ${loaded};`;
      const from = specifier.type === 'ImportDefaultSpecifier' ? 'default' : nameOf(specifier.imported);
      return `var { ${JSON.stringify(from)}: ${name} } = ${loaded};`;
    })
    .join(' ');
}

/** Bindings of `export { softmax } from '…'` are named by their index. */
function reexported({ start }: Node): string {
  return `reexported_${start}`;
}

function* exportsOf(statement: ExportNamedDeclaration): Generator<readonly [name: string, local: string]> {
  const from = statement.source ? `${reexported(statement)}.` : '';
  for (const { local, exported } of statement.specifiers) yield [nameOf(exported), `${from}${nameOf(local)}`];
  const { declaration } = statement;
  if (declaration?.type === 'VariableDeclaration') {
    for (const { id } of declaration.declarations) if (id.type === 'Identifier') yield [id.name, id.name];
  } else if (declaration) yield [declaration.id.name, declaration.id.name];
}

function defaultName({ declaration }: ExportDefaultDeclaration): string {
  const isNamed = declaration.type === 'FunctionDeclaration' || declaration.type === 'ClassDeclaration';
  return isNamed && declaration.id ? declaration.id.name : 'submission_default';
}

function defaultEdit(statement: ExportDefaultDeclaration): Edit {
  const { start, declaration } = statement;
  const isNamed = defaultName(statement) !== 'submission_default';
  return { start, end: declaration.start, text: isNamed ? '' : 'var submission_default = ' };
}

function nameOf(name: Identifier | Literal): string {
  return name.type === 'Identifier' ? name.name : String(name.value);
}

function edited(text: string, edits: readonly Edit[]): string {
  let result = '';
  let at = 0;
  for (const { start, end, text: put } of edits) {
    const blank = text.slice(start, end).replace(/[^\n\r\u2028\u2029]/g, ' ');
    result += text.slice(at, start) + put + blank.slice(Math.min(put.length, blank.length));
    at = end;
  }
  return result + text.slice(at);
}
