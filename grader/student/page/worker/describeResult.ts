import { hintIn, messageOf, problemMessage, textsFor, type Texts } from '../../../pipeline/report';
import type { ScoredCheck, ScoredExercise } from '../../../pipeline/score';
import type { Language, Phrase, Question, SourcePlace } from '../../../pipeline/types';
import { differenceOf } from './differenceOf';
import type { AskedQuestion, CheckedCheck, CheckedExercise } from './messages';

/** The check results of one exercise, with the texts of `npm test`. */
export function describeResult(
  result: ScoredExercise,
  assignment: string,
  language: Language,
  given: string | undefined = '',
): CheckedExercise {
  const texts = textsFor(language);
  const { exercise, status, problem, mistake } = result;
  const options = { reader: 'student', assignment, hint: 0, texts } as const;
  const hints =
    mistake === undefined || mistake.carriedFrom !== undefined
      ? []
      : ([1, 2, 3] as const).map((number) => hintIn(language, mistake, number));
  return {
    name: exercise.name,
    status,
    checks: result.checks.map((check) => describeCheck(check, result, assignment, texts)),
    problem: problem === undefined ? undefined : problemMessage(result, options),
    line: placeOf(result)?.line,
    hints,
    ...(exercise.question === undefined ? {} : { question: asked(exercise.question, given, language) }),
  };
}

function asked({ prompt, form }: Question, given: string, language: Language): AskedQuestion {
  const said = (phrase: Phrase): string => phrase[language] ?? phrase.en;
  const choices = form.kind === 'choice' ? form.choices.map(({ id, text }) => ({ id, text: said(text) })) : [];
  return { prompt: said(prompt), kind: form.kind, choices, given };
}

function describeCheck(check: ScoredCheck, result: ScoredExercise, assignment: string, texts: Texts): CheckedCheck {
  const { id } = check.check;
  return {
    id,
    name: texts.checkName(check.check),
    status: check.status,
    message: messageOf(check, result, { reader: 'student', assignment, hint: 0, texts }),
    difference: check.status === 'failed' ? differenceOf(check) : undefined,
  };
}

function placeOf({ problem, checks }: ScoredExercise): SourcePlace | undefined {
  if (problem?.status === 'throws') return problem.error.place;
  if (problem?.status === 'forbidden-call') return problem.place;
  for (const { finding } of checks) if (finding?.id === 'throws') return finding.error.place;
  return undefined;
}
