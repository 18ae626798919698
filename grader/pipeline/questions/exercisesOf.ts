import { createHash } from 'node:crypto';
import { returned } from '../../execution/returned';
import { packPhrase } from '../checks/kinds';
import type { AnswerForm, Assignment, Check, Exercise, RightAnswer } from '../types';
import { hashOfChoice } from './answerOf';
import { phraseOf, type WrittenQuestion, type WrittenQuestions } from './questionsFile';
import { answerCase } from './runsOf';

/**
 * Turns questions into exercises, so that their points are handled like all others.
 *
 * @param saltedBy - the source of the salts; not secret, since anyone can try out four choices
 */
export function exercisesOf(questions: WrittenQuestions, saltedBy: string): readonly Exercise[] {
  return Object.entries(questions).map(([name, written]) => {
    const form = formOf(written, createHash('sha256').update(`${saltedBy}\n${name}`).digest('hex').slice(0, 16));
    const check: Check = {
      id: `${name}.answer`,
      kind: 'answer',
      points: written.points,
      cases: [answerCase],
      right: rightOf(written, form),
    };
    return {
      name,
      arguments: [],
      checks: [check],
      cases: [
        {
          id: answerCase,
          visibility: 'public',
          label: undefined,
          calls: [],
          expected: returned([]),
          scale: undefined,
        },
      ],
      mistakes: [],
      forbidden: [],
      question: { prompt: phraseOf(written.prompt), form },
    };
  });
}

function formOf({ choices, number }: WrittenQuestion, salt: string): AnswerForm {
  if (choices === undefined) return { kind: number === undefined ? 'text' : 'number' };
  const listed = Object.entries(choices).map(([id, { text }]) => ({ id, text: phraseOf(text) }));
  return { kind: 'choice', salt, choices: listed };
}

function rightOf(written: WrittenQuestion, form: AnswerForm): RightAnswer {
  const { choices = {}, number, tolerance = 0, patterns = [] } = written;
  const feedback = written.feedback === undefined ? undefined : phraseOf(written.feedback);
  if (form.kind === 'text') return { kind: 'text', patterns, feedback };
  if (form.kind === 'number') return { kind: 'number', value: number ?? NaN, tolerance, feedback };
  const right = Object.keys(choices).find((id) => choices[id]?.right === true) ?? '';
  const texts = Object.values(choices).map(({ feedback: own = '' }) => phraseOf(own));
  // The right choice has a text as well, which is never read; otherwise the choice without one would be the right one.
  const filler = texts.toSorted((a, b) => b.en.length - a.en.length)[0] ?? { en: '' };
  const packed = Object.keys(choices).map((id, place): [string, string] => {
    const phrase = id === right ? filler : (texts[place] ?? filler);
    return [id, packPhrase(phrase, hashOfChoice(form.salt, id))];
  });
  return {
    kind: 'choice',
    hash: hashOfChoice(form.salt, right),
    feedback: Object.fromEntries(packed),
    ...(written.hidden === true ? { hidden: true } : {}),
  };
}

/**
 * An assignment as it is released: without the answers to numbers and texts, whose hashes could be guessed, and without
 * points for what can't be checked yet.
 */
export function released(assignment: Assignment): Assignment {
  return { ...assignment, exercises: assignment.exercises.map(withoutAnswer) };
}

function withoutAnswer(exercise: Exercise): Exercise {
  if (exercise.question === undefined) return exercise;
  const checks = exercise.checks.map((check): Check => {
    if (check.kind !== 'answer' || (check.right.kind === 'choice' && check.right.hidden !== true)) return check;
    return { ...check, points: 0, right: { kind: 'later', points: check.points } };
  });
  return { ...exercise, checks };
}
