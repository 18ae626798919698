import { firstMessageOf, hintIn, type Texts } from '../../pipeline/report';
import type { ScoredExercise } from '../../pipeline/score';
import type { HintNumber } from './hintStore';

/** Advice for one exercise: text, or a hint whose number the caller chooses. */
export type Advice =
  | { readonly status: 'text'; readonly text: string }
  | { readonly status: 'hint'; readonly mistake: string; readonly at: (hint: HintNumber) => string };

/** Gives advice for one exercise without guessing: a hint only for a recognised mistake. */
export function adviceFor(
  result: ScoredExercise,
  { assignment, file, texts }: { readonly assignment: string; readonly file: string; readonly texts: Texts },
): Advice {
  const { exercise, status, mistake, problem, brokenNeighbour } = result;
  const { name } = exercise;
  const { advice } = texts;
  const says = (claim: string, ...details: readonly string[]): Advice => textOf(`${name} › ${claim}`, ...details);
  if (status === 'passed') return says(advice.passed);
  if (status === 'answered') return says(texts.skipped('when-graded'));
  if (problem?.status === 'todo') {
    const folder = `assignments/${assignment}`;
    if (exercise.question !== undefined) return says(advice.todo, advice.answer(name, `${folder}/answers.yaml`));
    return says(advice.todo, advice.begin(`${folder}/${file}`), advice.handout(folder));
  }
  if (problem?.status === 'needs-neighbour') return says(advice.needsNeighbour(problem.neighbour));
  const options = { reader: 'student', assignment, texts } as const;
  const message = (hint: 0 | HintNumber): string => firstMessageOf(result, { ...options, hint });
  if (mistake === undefined && brokenNeighbour !== undefined) return textOf(message(0), advice.next(brokenNeighbour));
  if (mistake === undefined)
    return textOf(message(0), ...(problem === undefined && exercise.question === undefined ? advice.noGuess : []));
  if (mistake.carriedFrom !== undefined) return textOf(message(0), advice.next(mistake.carriedFrom));
  const text = (hint: HintNumber): string => texts.hint(hint, hintIn(texts.language, mistake, hint), name);
  return { status: 'hint', mistake: mistake.id, at: (hint) => withHint(message(hint), text(hint)) };
}

// If a function throws, the message shows the error, followed by the hint.
function withHint(message: string, hint: string): string {
  return message.includes(hint) ? message : `${message}\n  ${hint}`;
}

function textOf(message: string, ...details: readonly string[]): Advice {
  return { status: 'text', text: [message, ...details.map((line) => `  ${line}`)].join('\n') };
}
