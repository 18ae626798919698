import { z } from 'zod';
import { readYaml } from '../../files';
import type { Phrase } from '../types';

const word = z.string().refine((text) => text.trim() !== '', 'write a text');
const phrase = z.union([word, z.strictObject({ en: word, zh: word.optional() })], {
  error: 'give a text, or one in each language, `en: …` and `zh: …`',
});

const choiceSchema = z.strictObject(
  { text: phrase, right: z.literal(true).optional(), feedback: phrase.optional() },
  'give a choice its `text`, and `right: true` or `feedback`',
);

const kinds = ['choices', 'number', 'patterns'] as const;

const questionSchema = z
  .strictObject({
    prompt: phrase,
    points: z.number().positive(),
    /** By id, as students write it: `a`. */
    choices: z
      .record(z.string().regex(/^[a-z0-9]+$/, 'an id of small letters or digits, such as a'), choiceSchema)
      .optional(),
    number: z.number().optional(),
    tolerance: z.number().min(0).optional(),
    /** Regular expressions for the whole text, ignoring case. */
    patterns: z.array(word.refine(isPattern, 'this is not a regular expression')).min(1).optional(),
    accepts: z.array(z.union([z.string(), z.number()])).optional(),
    refuses: z.array(z.union([z.string(), z.number()])).optional(),
    /** For a wrong number or text. */
    feedback: phrase.optional(),
    /** Not even a hash is released. */
    hidden: z.boolean().optional(),
  })
  .refine((one) => kinds.filter((kind) => one[kind] !== undefined).length === 1, {
    message: `give one of ${kinds.join(', ')}`,
  })
  .refine(({ choices }) => choices === undefined || Object.values(choices).filter(({ right }) => right).length === 1, {
    message: 'give one choice `right: true`',
    path: ['choices'],
  })
  .refine(({ number, tolerance }) => (number === undefined) === (tolerance === undefined), {
    message: 'a number has a `tolerance`, the largest difference that is still right, and nothing else has',
  });

/** `solutions/ID/questions.yaml`: questions by name. */
const questionsFileSchema = z.record(
  z.string().regex(/^[A-Za-z][A-Za-z0-9]*$/, 'a name is of letters and digits, such as whyShift'),
  questionSchema,
);

export type WrittenPhrase = z.output<typeof phrase>;
/** A question as its author writes it. */
export type WrittenQuestion = z.output<typeof questionSchema>;
export type WrittenQuestions = Readonly<Record<string, WrittenQuestion>>;

/**
 * @param file - for messages
 * @throws naming file, line and question
 */
export function readQuestions(content: string, file: string): WrittenQuestions {
  return readYaml(content, file, questionsFileSchema);
}

export function phraseOf(written: WrittenPhrase): Phrase {
  return typeof written === 'string' ? { en: written } : written;
}

function isPattern(text: string): boolean {
  try {
    new RegExp(text, 'iu');
    return true;
  } catch {
    return false;
  }
}
