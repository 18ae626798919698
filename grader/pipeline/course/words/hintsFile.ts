import { z } from 'zod';
import type { Hints } from '../../types';
import { readYaml } from '../../../files';

/** Hints by exercise, then mistake. */
export type HintCatalogue = Readonly<Record<string, Readonly<Record<string, Hints>>>>;

const form = 'give three texts: locate (where to look), concept (the idea), name (what is wrong, and how to fix it)';
const text = z.string(form).refine((hint) => hint.trim() !== '', form);

const hintsSchema = z.strictObject({ locate: text, concept: text, name: text }, form);

/** `solutions/ID/hints.LANGUAGE.yaml`. */
const hintsFileSchema = z.record(
  z.string(),
  z.record(z.string(), hintsSchema, 'give the hints of each mistake by its id'),
);

/**
 * @param file - for messages
 * @throws naming file, line, exercise and mistake
 */
export function readHints(content: string, file: string): HintCatalogue {
  const known = new Map<object, Hints>();
  const hintsOf = (written: z.infer<typeof hintsSchema>): Hints => {
    const hints = known.get(written) ?? [written.locate, written.concept, written.name];
    known.set(written, hints);
    return hints;
  };
  return mapValues(readYaml(content, file, hintsFileSchema), (mistakes) => mapValues(mistakes, hintsOf));
}

function mapValues<From, To>(
  record: Readonly<Record<string, From>>,
  map: (value: From) => To,
): Readonly<Record<string, To>> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, map(value)]));
}
