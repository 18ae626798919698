import { parseDocument } from 'yaml';
import type { WrittenQuestions, WrittenPhrase } from '../../../pipeline/questions';

/** Secret texts of questions, with descriptions. */
export type SecretAnswers = ReadonlyMap<string, string>;

/** Shorter texts can occur in a handout. */
const longEnough = 20;

/**
 * Feedback on wrong answers, and patterns of right ones. Plain words are not secret: the handout mentions weight decay
 * before it asks for it.
 */
export function secretAnswers(questions: WrittenQuestions, id: string): SecretAnswers {
  const secrets = new Map<string, string>();
  const add = (written: WrittenPhrase | undefined, name: string): void => {
    for (const text of typeof written === 'string' ? [written] : Object.values(written ?? {}))
      if (text.trim().length >= longEnough)
        secrets.set(text.trim(), `feedback on ${name} in solutions/${id}/questions.yaml`);
  };
  for (const [name, { choices = {}, feedback, patterns = [] }] of Object.entries(questions)) {
    add(feedback, name);
    for (const choice of Object.values(choices)) add(choice.feedback, name);
    for (const pattern of patterns)
      if (/[\\[\](){}|?*+^$]/.test(pattern))
        secrets.set(pattern, `a pattern of ${name} in solutions/${id}/questions.yaml`);
  }
  return secrets;
}

/** The secret that a released file contains; undefined if none. */
export function findAnswer(path: string, text: string, secrets: SecretAnswers): string | undefined {
  if (/(?:^|\/)questions\.ya?ml$/i.test(path)) return 'it is a file of questions with their answers';
  if (/(?:^|\/)answers\.ya?ml$/i.test(path)) {
    const given: unknown = parseDocument(text).toJS();
    const answered = Object.entries((given ?? {}) as object).find(([, answer]) => answer !== null);
    if (answered !== undefined) return `it answers ${answered[0]}`;
  }
  // As in prose with wrapped lines, or in JSON.
  const plain = text.replaceAll(/\s+/g, ' ');
  for (const [secret, what] of secrets) {
    const forms = [secret.replaceAll(/\s+/g, ' '), JSON.stringify(secret).slice(1, -1)];
    if (forms.some((form) => plain.includes(form))) return `it has ${what}`;
  }
  return undefined;
}
