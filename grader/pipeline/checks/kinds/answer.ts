import { z } from 'zod';
import type { AnswerForm, CheckBase, Exercise, KindOf, Language, Outcomes, Phrase, RightAnswer } from '../../types';
import { isRecordValue, type Value } from '../../../execution/values';
import { failed, passed, skipped } from '../checkKind';
import { defineCheck, type CheckKind } from './defineCheck';

/** The answer to a question is right. No code runs: the outcome of its only case is the given answer. */
export interface AnswerCheck extends CheckBase<'answer'> {
  readonly right: RightAnswer;
}

type AnswerFinding =
  | { readonly id: 'wrong-answer'; readonly given: string; readonly feedback: Phrase | undefined }
  | { readonly id: 'no-answer'; readonly given: string; readonly form: AnswerForm };

declare module '../../types/checkKinds' {
  interface CheckKinds {
    readonly answer: KindOf<AnswerCheck, AnswerFinding>;
  }
}

/** An answer as given, and as compared: a choice's hash, a number, a normalized text. */
export interface Answer {
  readonly given: string;
  /** Undefined if it is not in the expected form. */
  readonly value: string | number | undefined;
}

export const phraseSchema = z.object({ en: z.string(), zh: z.string().optional() });

const rightSchema: z.ZodType<RightAnswer> = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('choice'),
    hash: z.string(),
    feedback: z.record(z.string(), z.string()),
    hidden: z.boolean().optional(),
  }),
  z.object({
    kind: z.literal('number'),
    value: z.number(),
    tolerance: z.number(),
    feedback: phraseSchema.optional(),
  }),
  z.object({ kind: z.literal('text'), patterns: z.array(z.string()), feedback: phraseSchema.optional() }),
  z.object({ kind: z.literal('later'), points: z.number() }),
]);

export const answerKind: CheckKind<AnswerCheck, AnswerFinding> = defineCheck({
  kind: 'answer',
  schema: () => z.object({ right: rightSchema }),
  waitsFor: () => undefined,
  judge: (check, exercise, outcomes) => {
    const answer = answerIn(exercise, outcomes);
    const { question } = exercise;
    if (answer === undefined || question === undefined) return skipped(check, 'no-cases');
    const { given, value } = answer;
    if (value === undefined) return failed(check, { id: 'no-answer', given, form: question.form }, undefined);
    if (check.right.kind === 'later') return skipped(check, 'when-graded');
    if (isRight(check.right, value)) return passed(check);
    return failed(check, { id: 'wrong-answer', given, feedback: feedbackOn(check.right, answer) }, undefined);
  },
  texts: {
    en: {
      name: () => 'the answer is right',
      findings: {
        'wrong-answer': ({ given, feedback }) => [`the answer is not ${given}`, ...said(feedback, 'en')],
        'no-answer': ({ given, form }) => [
          'has an answer in the wrong form',
          form.kind === 'choice'
            ? `expected one of ${ids(form)}, got ${given}`
            : form.kind === 'number'
              ? `expected a number such as 0.5 or 1e-3, got ${given}`
              : `expected a short text, got ${given}`,
          'write it after the question’s name in answers.yaml, `name: answer`',
        ],
      },
    },
    zh: {
      name: () => '答案正确',
      findings: {
        'wrong-answer': ({ given, feedback }) => [`答案不是 ${given}`, ...said(feedback, 'zh')],
        'no-answer': ({ given, form }) => [
          '答案的形式不对',
          form.kind === 'choice'
            ? `应为 ${ids(form)} 之一，实际为 ${given}`
            : form.kind === 'number'
              ? `应为数字，例如 0.5 或 1e-3，实际为 ${given}`
              : `应为一句短文字，实际为 ${given}`,
          '请在 answers.yaml 中把答案写在题目名称之后：`名称: 答案`',
        ],
      },
    },
  },
});

function ids(form: Extract<AnswerForm, { kind: 'choice' }>): string {
  return form.choices.map(({ id }) => id).join(', ');
}

/** The feedback, in the reader's language if available. */
function said(feedback: Phrase | undefined, language: Language): readonly string[] {
  return feedback === undefined ? [] : [feedback[language] ?? feedback.en];
}

function answerIn({ cases }: Exercise, outcomes: Outcomes): Answer | undefined {
  const outcome = outcomes.get(cases[0]?.id ?? '');
  const answer: Value = outcome?.status === 'returned' ? outcome.values[0] : undefined;
  if (!isRecordValue(answer)) return undefined;
  const { given, value } = answer;
  return {
    given: typeof given === 'string' ? given : '',
    value: typeof value === 'string' || typeof value === 'number' ? value : undefined,
  };
}

function isRight(right: Exclude<RightAnswer, { kind: 'later' }>, value: string | number): boolean {
  switch (right.kind) {
    case 'choice':
      return value === right.hash;
    case 'number':
      // With a decimal tolerance, the ends belong to the range despite rounding.
      return typeof value === 'number' && Math.abs(value - right.value) <= right.tolerance * (1 + 1e-9);
    case 'text':
      return typeof value === 'string' && right.patterns.some((one) => new RegExp(`^(?:${one})$`, 'iu').test(value));
  }
}

function feedbackOn(right: Exclude<RightAnswer, { kind: 'later' }>, { given, value }: Answer): Phrase | undefined {
  if (right.kind !== 'choice') return right.feedback;
  const packed = Object.hasOwn(right.feedback, given) ? right.feedback[given] : undefined;
  return packed === undefined ? undefined : unpackPhrase(packed, String(value));
}

/**
 * Obfuscates the feedback on a choice so that no one reads it by accident. Not secret: anyone who makes the choice has
 * the key.
 *
 * @param key - the hash of the choice
 */
export function packPhrase(phrase: Phrase, key: string): string {
  const bytes = new TextEncoder().encode(JSON.stringify(phrase));
  return btoa(String.fromCharCode(...mixed(bytes, key)));
}

function unpackPhrase(packed: string, key: string): Phrase | undefined {
  try {
    const bytes = mixed(
      Uint8Array.from(atob(packed), (character) => character.charCodeAt(0)),
      key,
    );
    return phraseSchema.parse(JSON.parse(new TextDecoder().decode(bytes)));
  } catch {
    return undefined;
  }
}

function mixed(bytes: Uint8Array, key: string): Uint8Array {
  return bytes.map((byte, index) => byte ^ key.charCodeAt(index % key.length));
}
