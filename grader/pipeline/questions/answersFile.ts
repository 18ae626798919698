import { isMap, isScalar, LineCounter, parseDocument } from 'yaml';
import type { AnswersProblem } from '../types';

/** What a student answered: by question, as it stands in the file. What is still to do is not there. */
export interface GivenAnswers {
  readonly status: 'given';
  readonly answers: ReadonlyMap<string, string>;
}

/** A file of answers, or why there is none to be read. */
export type AnswersFile =
  | { readonly status: 'text'; readonly file: string; readonly text: string }
  | { readonly status: 'unreadable'; readonly file: string; readonly reason: string };

/**
 * The text of a file of answers with another answer to one question; all else stays as it is.
 *
 * @returns undefined where what stands there can't be read
 */
export function withAnswer(text: string, name: string, answer: string): string | undefined {
  const document = parseDocument(text);
  if (document.errors.length > 0 || !(document.contents === null || isMap(document.contents))) return undefined;
  const before = document.get(name, true);
  // How the last answer was quoted is no reason to quote this one so.
  if (isScalar(before)) delete before.type;
  document.set(name, answer === '' ? null : answer);
  return document.toString({ lineWidth: 0, nullStr: '' }).replace(/^([^#\n]*):[ ]+$/gm, '$1:');
}

/** Reads what a student wrote into `answers.yaml`: never throws, whatever it is. */
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
    // A number is taken as it is written: 0.10 is what the student reads again.
    const text = typeof value.value === 'string' ? value.value : (value.source ?? '');
    if (value.value !== null && text.trim() !== '') answers.set(name, text);
  }
  return { status: 'given', answers };
}
