import { z } from 'zod';
import { readYaml } from '../../../files';

const words = z.record(z.string(), z.string('give its words in this language'));

/** `solutions/ID/labels.LANGUAGE.yaml`: by the English label of a case, and by the id of a check on chosen cases. */
const labelsFileSchema = z.strictObject(
  { cases: words.optional(), checks: words.optional() },
  'give `cases`, by their English labels, and `checks`, by their ids',
);

/** Labels of cases and checks in another language. */
export interface LabelCatalogue {
  readonly cases: Readonly<Record<string, string>>;
  readonly checks: Readonly<Record<string, string>>;
}

/** @throws naming file, line and label */
export function readLabels(content: string, file: string): LabelCatalogue {
  const { cases = {}, checks = {} } = readYaml(content, file, labelsFileSchema);
  return { cases, checks };
}
