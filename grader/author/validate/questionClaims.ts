import { checkOutcomes } from '../../pipeline/checks';
import { answerOf, answerCase, exercisesOf, type WrittenQuestion } from '../../pipeline/questions';
import type { AssignmentSpec } from '../../pipeline/course/spec';
import type { Exercise } from '../../pipeline/types';
import { returned } from '../../execution';
import { failing, type Failure } from './claims';

/** Proves that questions accept right answers, reject wrong ones, and explain wrong choices. */
export function proveQuestions({ id, questions = {}, exercises }: AssignmentSpec): readonly Failure[] {
  const asExercises = new Map(exercisesOf(questions, id).map((one) => [one.name, one]));
  return Object.entries(questions).flatMap(([name, written]): readonly Failure[] => {
    const exercise = asExercises.get(name);
    const problems = [
      ...(exercises.some((one) => one.name === name) ? [[`there is an exercise of that name`, 'rename it']] : []),
      ...(Number.isInteger(2 * written.points)
        ? []
        : [[`it is worth ${written.points} points`, 'give it a multiple of 0.5']]),
      ...unsaid(written),
      ...(exercise === undefined ? [] : misjudged(written, exercise)),
    ];
    const failure = failing('questions', name, `solutions/${id}/questions.yaml`);
    return problems.map(([what = '', repair = '']) => failure(what, repair));
  });
}

/** Questions without Chinese texts: Chinese readers get English. */
export function untranslated({ questions = {} }: AssignmentSpec): readonly string[] {
  return Object.entries(questions).flatMap(([name, { prompt, choices = {}, feedback }]) => {
    const choiceTexts = Object.values(choices).flatMap((one) => [one.text, one.feedback]);
    const texts = [prompt, feedback, ...choiceTexts].filter((text) => text !== undefined);
    const lacking = texts.filter((text) => typeof text === 'string' || text.zh === undefined);
    const plain = lacking.filter((text) => /\p{L}{3}/u.test(typeof text === 'string' ? text : text.en));
    return plain.length === 0
      ? []
      : [`${name}: ${plain.length} of its texts have no Chinese; write them as \`en: …\` and \`zh: …\``];
  });
}

function unsaid({ choices = {} }: WrittenQuestion): string[][] {
  return Object.entries(choices).flatMap(([id, { right, feedback }]) =>
    right === true || feedback !== undefined
      ? []
      : [[`nothing is said of the wrong choice ${id}`, 'write its `feedback`: what whoever chooses it has overlooked']],
  );
}

/** The author's examples, both ends of a number's tolerance, and each choice. */
function misjudged(written: WrittenQuestion, exercise: Exercise): string[][] {
  const { choices, number, tolerance = 0, patterns, accepts = [], refuses = [] } = written;
  const list = (right: boolean, answers: readonly unknown[]): string[][] =>
    answers.flatMap((answer) =>
      isTaken(exercise, String(answer)) === right
        ? []
        : [
            [
              `${right ? 'the right answer' : 'the wrong answer'} ${String(answer)} is ${right ? 'refused' : 'taken'}`,
              patterns === undefined ? 'change the tolerance, or the answer' : 'change the patterns, or the list',
            ],
          ],
    );
  const listed = [...list(true, accepts), ...list(false, refuses)];
  if (choices !== undefined) {
    const ids = Object.keys(choices);
    const right = ids.filter((id) => choices[id]?.right === true);
    const unlike = ids.length < 2 ? [['there is nothing to choose from', 'give at least two choices']] : [];
    return [
      ...unlike,
      ...list(true, right),
      ...list(
        false,
        ids.filter((id) => !right.includes(id)),
      ),
    ];
  }
  const missing = [...(accepts.length === 0 ? ['accepts'] : []), ...(refuses.length === 0 ? ['refuses'] : [])].map(
    (what) => [`it has no \`${what}\``, 'list answers that a student may well write, right ones and wrong ones'],
  );
  if (number === undefined) return [...missing, ...listed];
  const near = [number - tolerance, number, number + tolerance];
  const far = 1.01 * tolerance + 1e-9 * Math.abs(number) + Number.MIN_VALUE;
  return [...missing, ...listed, ...list(true, near), ...list(false, [number - far, number + far])];
}

function isTaken(exercise: Exercise, text: string): boolean {
  if (exercise.question === undefined) return false;
  const { given, value } = answerOf(exercise.question.form, text);
  const outcomes = new Map([[answerCase, returned([{ given, value }])]]);
  return checkOutcomes(exercise, outcomes).status === 'passed';
}
