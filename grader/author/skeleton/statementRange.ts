import ts from 'typescript';
import { removeLines, type TextEdit } from './textEdits';

/** Where a statement begins, with the comments that stand right above it: no blank line between. */
export function ownStart(statement: ts.Statement, source: ts.SourceFile): number {
  const { text } = source;
  let start = statement.getStart(source);
  for (const comment of (ts.getLeadingCommentRanges(text, statement.pos) ?? []).toReversed()) {
    if (/\n[ \t]*\n/.test(text.slice(comment.end, start))) break;
    start = comment.pos;
  }
  return start;
}

/** Takes a statement out, with the comments above it and behind it, and its lines where nothing else stands on them. */
export function removeStatement(statement: ts.Statement, source: ts.SourceFile): TextEdit {
  const { text } = source;
  // The comment on top of a file is the file's, even if an import follows at once.
  const isTopImport = statement === source.statements[0] && ts.isImportDeclaration(statement);
  const start = isTopImport ? statement.getStart(source) : ownStart(statement, source);
  const end = ts.getTrailingCommentRanges(text, statement.end)?.at(-1)?.end ?? statement.end;
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const lineEnd = /^[ \t]*(?:\n|$)/.exec(text.slice(end));
  if (text.slice(lineStart, start).trim() !== '' || lineEnd === null) return { start: statement.getStart(source), end: statement.end, text: '' };
  return removeLines(text, { start: lineStart, end: end + lineEnd[0].length });
}
