import ts from 'typescript';
import type { TextEdit } from '../skeleton/textEdits';

/** What a guarded loop calls at the beginning of each round. */
export const guardName = '__round';

/** Puts a call of the guard at the beginning of each loop's body. */
export function guardLoops(text: string): string {
  return withEdits(text, guardsOf(text));
}

/** Guards the loops of a text's mutants: its loops are found once, since most changes leave them as they are. */
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
    if (ts.isIterationStatement(node, false)) {
      const { statement } = node;
      if (ts.isBlock(statement)) insert(statement.getStart() + 1, ` ${guardName}();`);
      else {
        insert(statement.getStart(), `{ ${guardName}(); `);
        insert(statement.getEnd(), ' }');
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return guards;
}

function withEdits(text: string, edits: readonly TextEdit[]): string {
  return edits
    .toSorted((a, b) => b.start - a.start)
    .reduce((result, { start, end, text: put }) => result.slice(0, start) + put + result.slice(end), text);
}
