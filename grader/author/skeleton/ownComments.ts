import ts from 'typescript';

/** Start of a top-level statement, including comments directly above it without a blank line. */
export function startWithComments(statement: ts.Statement, source: ts.SourceFile): number {
  let start = statement.getStart(source);
  for (const comment of (ts.getLeadingCommentRanges(source.text, statement.pos) ?? []).toReversed()) {
    if (/\n[ \t]*\n/.test(source.text.slice(comment.end, start))) break;
    start = comment.pos;
  }
  return start;
}

/** End of a top-level statement, including trailing comments on its line. */
export function endWithComments(statement: ts.Statement, source: ts.SourceFile): number {
  return ts.getTrailingCommentRanges(source.text, statement.end)?.at(-1)?.end ?? statement.end;
}
