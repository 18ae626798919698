import { sha256 } from '@noble/hashes/sha2';
import { bytesToHex } from '@noble/hashes/utils';
import type { Answer } from '../checks/kinds';
import type { AnswerForm } from '../types';
import { sanitize } from '../words/sanitize';

/** No short answer is longer; limits the input of patterns. */
const longest = 200;

/** The value of an answer that is compared, and the text that is shown. */
export function answerOf(form: AnswerForm, text: string): Answer {
  const tidy = sanitize(text.normalize('NFKC'));
  switch (form.kind) {
    case 'choice': {
      const id = tidy.toLowerCase();
      const known = form.choices.some((choice) => choice.id === id);
      return { given: known ? id : shortened(tidy), value: known ? hashOfChoice(form.salt, id) : undefined };
    }
    case 'number': {
      // Excludes what Number() accepts of empty text, 0x10 and Infinity.
      const isNumber = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i.test(tidy) && Number.isFinite(Number(tidy));
      return { given: shortened(tidy), value: isNumber ? Number(tidy) : undefined };
    }
    case 'text':
      return { given: shortened(tidy), value: tidy.length > longest ? undefined : tidy };
  }
}

/**
 * The hash of a choice's id in released files. Synchronous, unlike the browser's own hash, since pages need it
 * immediately.
 */
export function hashOfChoice(salt: string, id: string): string {
  return bytesToHex(sha256(`${salt}\n${id}`));
}

function shortened(text: string): string {
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}
