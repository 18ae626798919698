import type { AnyNode, CallExpression } from 'acorn';
import { submissionNamespace } from '../allowedImports';
import type { Scopes } from './scopes';

const names: readonly string[] = ['__esm', '__commonJS', '__export', '__reExport', '__toESM', '__toCommonJS'];

/**
 * The functions that esbuild links files with: `__export(object, { name: () => value })` and so on. It puts them before the first file;
 * a function of that name further down is the student's, and means what it does.
 */
export class CompilerFunctions {
  readonly #end: number;

  constructor(
    code: string,
    readonly scopes: Scopes,
  ) {
    // esbuild begins each file with its name.
    this.#end = code.indexOf(`// ${submissionNamespace}:`);
  }

  /** `__export` for a call of that function; undefined for a call of anything but the compiler's. */
  called(node: AnyNode): string | undefined {
    if (node.type !== 'CallExpression' || node.callee.type !== 'Identifier' || !names.includes(node.callee.name)) return undefined;
    const binding = this.scopes.bindingOf(node.callee);
    return binding !== undefined && binding.declaration.start < this.#end ? binding.name : undefined;
  }

  /** Whether a call wraps a whole file, so that what stands in it is at the top of that file. */
  isFileWrapper(node: AnyNode): node is CallExpression {
    const name = this.called(node);
    return name === '__esm' || name === '__commonJS';
  }
}
