import { isMap, isScalar, LineCounter, parseDocument } from 'yaml';
import type { AnswersProblem } from '../types';

/** A student's answers, by question, as written in the file. Unanswered questions are omitted. */
export interface GivenAnswers {
  readonly status: 'given';
  readonly answers: ReadonlyMap<string, string>;
}

/** An answers file, or why it can't be read. */
export type AnswersFile =
  | { readonly status: 'text'; readonly file: string; readonly text: string }
  | { readonly status: 'unreadable'; readonly file: string; readonly reason: string };

/**
 * The text of an answers file with one answer replaced; everything else is preserved.
 *
 * @returns undefined if the text can't be parsed
 */
export function withAnswer(text: string, name: string, answer: string): string | undefined {
  const document = parseDocument(text);
  if (document.errors.length > 0 || !(document.contents === null || isMap(document.contents))) return undefined;
  const before = document.get(name, true);
  // Don't reuse the previous answer's quotes.
  if (isScalar(before)) delete before.type;
  document.set(name, answer === '' ? null : answer);
  return document.toString({ lineWidth: 0, nullStr: '' }).replace(/^([^#\n]*):[ ]+$/gm, '$1:');
}

/** Parses a student's `answers.yaml`; never throws. */
export function readAnswers(found: AnswersFile): GivenAnswers | AnswersProblem {
  const { file } = found;
  const problem = (why: string, line?: number): AnswersProblem => ({ status: 'answers', file, line, why });
  if (found.status === 'unreadable') return problem(found.reason);
  const lines = new LineCounter();
  const document = parseDocument(found.text.replace(/^\uFEFF/, ''), { lineCounter: lines });
  const [malformed] = document.errors;
  if (malformed !== undefined) {
    const [claim = ''] = malformed.message.split('\n');
    return problem(claim.replace(/ at line \d+, column \d+:?$/, ''), lines.linePos(malformed.pos[0]).line);
  }
  const { contents } = document;
  if (contents === null) return { status: 'given', answers: new Map() };
  if (!isMap(contents)) return problem('expected lines of `name: answer`', 1);
  const answers = new Map<string, string>();
  for (const { key, value } of contents.items) {
    const line = isScalar(key) && key.range ? lines.linePos(key.range[0]).line : undefined;
    if (!isScalar(key)) return problem('expected the name of a question before the colon', line);
    const name = String(key.value);
    if (value === null) continue;
    if (!isScalar(value)) return problem(`expected one answer to ${name}, got a list or an alias`, line);
    // A number keeps its notation: the student sees 0.10 again.
    const text = typeof value.value === 'string' ? value.value : (value.source ?? '');
    if (value.value !== null && text.trim() !== '') answers.set(name, text);
  }
  return { status: 'given', answers };
}
