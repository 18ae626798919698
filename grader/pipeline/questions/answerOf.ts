import { sha256 } from '@noble/hashes/sha2';
import { bytesToHex } from '@noble/hashes/utils';
import type { Answer } from '../checks/kinds';
import type { AnswerForm } from '../types';
import { sanitize } from '../words/sanitize';

/** No short text is longer; a pattern has no more to look at. */
const longest = 200;

/** What is compared of an answer, and what is shown of it. */
export function answerOf(form: AnswerForm, text: string): Answer {
  const tidy = sanitize(text.normalize('NFKC'));
  switch (form.kind) {
    case 'choice': {
      const id = tidy.toLowerCase();
      const known = form.choices.some((choice) => choice.id === id);
      return { given: known ? id : shortened(tidy), value: known ? hashOfChoice(form.salt, id) : undefined };
    }
    case 'number': {
      // Not what Number() makes of nothing, of 0x10 or of Infinity.
      const isNumber = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i.test(tidy) && Number.isFinite(Number(tidy));
      return { given: shortened(tidy), value: isNumber ? Number(tidy) : undefined };
    }
    case 'text':
      return { given: shortened(tidy), value: tidy.length > longest ? undefined : tidy };
  }
}

/** A choice's id in what is released. Pages need it at once, where the browser's own hash makes one wait. */
export function hashOfChoice(salt: string, id: string): string {
  return bytesToHex(sha256(`${salt}\n${id}`));
}

function shortened(text: string): string {
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}
