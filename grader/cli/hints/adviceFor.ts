import { en, messageOf, problemMessage } from '../../report';
import type { ScoredExercise } from '../../score';
import type { HintNumber } from './hintStore';

/** What there is to say of one exercise: text, or a hint of which the caller knows the number. */
export type Advice =
  | { readonly id: 'text'; readonly text: string }
  | { readonly id: 'hint'; readonly mistake: string; readonly at: (hint: HintNumber) => string };

/** Helps with one exercise, and never guesses: a hint is given only for a mistake that was recognised. */
export function adviceFor(result: ScoredExercise, { assignment, file }: { readonly assignment: string; readonly file: string }): Advice {
  const { exercise, status, mistake, problem } = result;
  const { name } = exercise;
  const says = (claim: string, ...details: readonly string[]): Advice => ({
    id: 'text',
    text: [`${name} › ${claim}`, ...details.map((line) => `  ${line}`)].join('\n'),
  });
  if (status === 'passed') return says('passes every public check: there is nothing to hint at');
  if (problem?.id === 'todo') {
    return says(
      'is still to do',
      `Begin at its TODO in assignments/${assignment}/${file}; the worked example above it is a first test.`,
      `The idea is explained in assignments/${assignment}/README.md.`,
    );
  }
  if (problem?.id === 'needs-neighbour') return says(`needs ${problem.neighbour}, still to do: write that first`);
  const options = { reader: 'student', assignment } as const;
  const failure = result.checks.find((check) => check.status === 'failed');
  const message = (hint: 0 | HintNumber): string =>
    failure === undefined || problem !== undefined
      ? problemMessage(result, { ...options, hint })
      : messageOf(failure, result, { ...options, hint });
  if (mistake === undefined) return { id: 'text', text: withoutGuess(message(0), problem === undefined) };
  if (mistake.carriedFrom !== undefined) return { id: 'text', text: `${message(0)}\n  Next: npm run hint -- ${mistake.carriedFrom}` };
  return { id: 'hint', mistake: mistake.id, at: (hint) => withHint(message(hint), en.hint(hint, mistake.hints[hint - 1] ?? '', name)) };
}

// Of a function that throws, the message tells the error; the hint is added to it.
function withHint(message: string, hint: string): string {
  return message.includes(hint) ? message : `${message}\n  ${hint}`;
}

function withoutGuess(message: string, ran: boolean): string {
  return ran
    ? `${message}\n  None of the known mistakes gives these results, so there is no hint: it would be a guess.\n` +
        '  Work the smallest case out by hand, and compare step by step.'
    : message;
}
