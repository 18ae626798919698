import ts from 'typescript';

/** Where a top statement begins, with the comments that stand right above it: no blank line between. */
export function startWithComments(statement: ts.Statement, source: ts.SourceFile): number {
  let start = statement.getStart(source);
  for (const comment of (ts.getLeadingCommentRanges(source.text, statement.pos) ?? []).toReversed()) {
    if (/\n[ \t]*\n/.test(source.text.slice(comment.end, start))) break;
    start = comment.pos;
  }
  return start;
}

/** Where a top statement ends, with the comments behind it on its line. */
export function endWithComments(statement: ts.Statement, source: ts.SourceFile): number {
  return ts.getTrailingCommentRanges(source.text, statement.end)?.at(-1)?.end ?? statement.end;
}
