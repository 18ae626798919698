import ts from 'typescript';
import type { TextEdit } from '../skeleton/textEdits';

/** Called by guarded loops in each iteration, and by functions at each call. */
export const guardName = '__round';

/**
 * Inserts a call of the guard at the start of each loop's body, and of each function's: `Array.from` and `map` are
 * loops too, whose body is a function.
 */
export function guardLoops(text: string): string {
  return withEdits(text, guardsOf(text));
}

/** Guards the loops of a text's mutants: its loops are found once, since most changes don't affect them. */
export class GuardedText {
  readonly #guards: readonly TextEdit[];

  constructor(private readonly text: string) {
    this.#guards = guardsOf(text);
  }

  with(edit: TextEdit): string {
    const isApart = this.#guards.every(({ start }) => start < edit.start || start > edit.end);
    return isApart ? withEdits(this.text, [...this.#guards, edit]) : guardLoops(withEdits(this.text, [edit]));
  }
}

function guardsOf(text: string): readonly TextEdit[] {
  const source = ts.createSourceFile('mutant.ts', text, ts.ScriptTarget.ESNext, true);
  const guards: TextEdit[] = [];
  const insert = (at: number, inserted: string): void => void guards.push({ start: at, end: at, text: inserted });
  const visit = (node: ts.Node): void => {
    const body = ts.isIterationStatement(node, false) ? node.statement : bodyOf(node);
    if (body !== undefined) {
      const [open, separator, close] = ts.isStatement(body) ? ['{ ', ';', ' }'] : ['(', ',', ')'];
      if (ts.isBlock(body)) insert(body.getStart() + 1, ` ${guardName}();`);
      else {
        insert(body.getStart(), `${open}${guardName}()${separator} `);
        insert(body.getEnd(), close);
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return guards;
}

function bodyOf(node: ts.Node): ts.ConciseBody | undefined {
  const hasBody = ts.isFunctionDeclaration(node) || ts.isFunctionExpression(node) || ts.isMethodDeclaration(node);
  return hasBody || ts.isArrowFunction(node) ? node.body : undefined;
}

function withEdits(text: string, edits: readonly TextEdit[]): string {
  return edits
    .toSorted((a, b) => b.start - a.start)
    .reduce((result, { start, end, text: put }) => result.slice(0, start) + put + result.slice(end), text);
}
