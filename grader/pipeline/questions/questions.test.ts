import { checkExercise } from '../checks';
import { textsFor, messageOf } from '../report';
import { scoreAssignment, scoreExercise, totalScore } from '../score';
import type { Assignment, Exercise, Language } from '../types';
import { answersTemplate } from './answersTemplate';
import { exercisesOf, released } from './exercisesOf';
import { readQuestions } from './questionsFile';
import { runsOf } from './runsOf';

const written = `
shift:
  points: 2
  prompt: { en: What changes?, zh: 什么会变？ }
  choices:
    a: { text: all, feedback: { en: They sum to 1., zh: 和为 1。 } }
    b: { text: nothing, right: true }
    c: { text: the sum, feedback: The sum is 1. }
rate:
  points: 1.5
  prompt: Below which rate?
  number: 0.1
  tolerance: 0.005
  feedback: { en: The gradient is 20 w., zh: 梯度为 20 w。 }
name:
  points: 1
  prompt: What is it called?
  patterns: ['weight[ -]?decay', 权重衰减]
`;

const all = exercisesOf(readQuestions(written, 'questions.yaml'), 'seed');

const assignment: Assignment = {
  id: '01-kinds',
  title: 'Kinds',
  file: 'kinds.ts',
  optional: false,
  scope: 'full',
  specHash: '',
  exercises: all,
};

/** Each question's result, by name, for an answers file; undefined for no file. */
function results(text: string | undefined, exercises: readonly Exercise[] = all) {
  const { runs, remarks } = runsOf(
    exercises,
    text === undefined ? undefined : { status: 'text', file: 'a.yaml', text },
  );
  const checked = exercises.map((exercise) => {
    const run = runs.get(exercise.name);
    if (run === undefined) throw new Error(`${exercise.name} was not answered`);
    return checkExercise(exercise, run);
  });
  return { checked, remarks, statuses: checked.map(({ status }) => status).join(' ') };
}

const scored = (text: string | undefined, exercises = all) =>
  scoreAssignment({
    assignment: { ...assignment, exercises },
    status: 'graded',
    problem: undefined,
    exercises: results(text, exercises).checked,
  });

function said(text: string, place: number, language: Language): string {
  const result = scoreExercise(results(text).checked[place] ?? fail());
  const [check = fail()] = result.checks;
  return messageOf(check, result, { reader: 'student', assignment: '01-kinds', hint: 1, texts: textsFor(language) });
}

function fail(): never {
  throw new Error('there is no such question');
}

describe('runsOf', () => {
  it('should accept right answers in the notations that students use', () => {
    for (const text of [
      'shift: b\nrate: 0.1\nname: weight decay\n',
      '\uFEFFshift: " B "\r\nrate: 1e-1\r\nname: Weight-Decay\r\n',
      'shift: b\nrate: "0.10"\nname: 权重衰减\n',
    ])
      expect(results(text).statuses).toBe('passed passed passed');
    expect(scored('shift: b\nrate: 0.1\nname: weight decay\n')).toMatchObject({ score: 4.5, maxScore: 4.5 });
  });

  it.each([
    ['0.095', 'passed'],
    ['0.105', 'passed'],
    ['0.0949', 'failed'],
    ['0.1051', 'failed'],
    ['-0.1', 'failed'],
    ['1', 'failed'],
  ])('should judge %s within the tolerance of 0.1 ± 0.005', (number, status) => {
    expect(results(`rate: ${number}`).statuses).toBe(`todo ${status} todo`);
  });

  it.each(['decay', 'weight decays', 'no weight decay', 'weight  decay of 0.1'])(
    'should match a pattern only against the whole text: %s',
    (text) => expect(results(`name: ${text}`).statuses).toBe('todo todo failed'),
  );

  it('should leave unanswered questions to do and never call them wrong', () => {
    for (const text of [undefined, '', '# nothing yet\n', 'shift:\nrate: ""\nname: ~\n'])
      expect(results(text).statuses).toBe('todo todo todo');
  });

  it.each([
    ['shift: b\nrate: : 0.1\n', 2],
    ['shift: b\nshift: a\n', 2],
    ['shift: [b]\n', 1],
    ['- b\n', 1],
    ['shift: &a b\nrate: *a\n', 2],
    ['just words\n', 1],
  ])('should leave the points of an unreadable file open: %j', (text, line) => {
    const { checked, statuses } = results(text);
    expect(statuses).toBe('unreadable unreadable unreadable');
    expect(checked[0]?.problem).toMatchObject({ status: 'answers', file: 'a.yaml', line });
    const total = scored(text);
    expect(total).toMatchObject({ score: null, maxScore: 4.5 });
    expect(totalScore([total]).score).toBeNull();
  });

  it('should name an answer to an unknown question', () => {
    expect(results('Shift: b\n').remarks).toEqual([
      { id: 'no-question', file: 'a.yaml', name: 'Shift', questions: ['shift', 'rate', 'name'] },
    ]);
  });
});

describe('messages', () => {
  it("should give the feedback on a wrong choice in the reader's language", () => {
    expect(said('shift: A', 0, 'en')).toBe(
      'shift › the answer is not a\n  They sum to 1.\n  Replay: npm test -- 01-kinds -t shift',
    );
    expect(said('shift: a', 0, 'zh')).toContain('shift › 答案不是 a\n  和为 1。');
    expect(said('shift: c', 0, 'zh')).toContain('The sum is 1.');
    expect(said('rate: 7', 1, 'zh')).toContain('梯度为 20 w。');
  });

  it('should report the expected form', () => {
    expect(said('shift: d', 0, 'en')).toContain('expected one of a, b, c, got d');
    expect(said('rate: "0,1"', 1, 'en')).toContain('expected a number such as 0.5 or 1e-3, got 0,1');
    expect(said('rate: .inf', 1, 'zh')).toContain('应为数字，例如 0.5 或 1e-3，实际为 .inf');
    expect(said(`name: ${'x'.repeat(300)}`, 2, 'en')).toContain('expected a short text');
  });

  it('should show what a student wrote with control characters removed', () => {
    expect(said('shift: "\\e[31mred\\u202e"', 0, 'en')).not.toMatch(/[^\P{C}\n]/u);
  });
});

describe('released', () => {
  const { exercises } = released(assignment);

  it('should contain no right answer except the hash of a choice', () => {
    const text = JSON.stringify(exercises);
    for (const secret of ['0.1', '0.005', 'weight', '权重', 'They sum', '和为', '20 w', '"right":true'])
      expect(text).not.toContain(secret);
  });

  it('should check choices and report the others as answered', () => {
    const { checked, statuses } = results('shift: b\nrate: 7\nname: x\n', exercises);
    expect(statuses).toBe('passed answered answered');
    expect(checked[1]?.checks[0]).toMatchObject({ status: 'skipped', finding: { reason: 'when-graded' } });
    // 2 points for the choice; those of the others are not known yet.
    expect(scored('shift: b\nrate: 7\n', exercises)).toMatchObject({ score: 2, maxScore: 2 });
    expect(results('rate: many', exercises).statuses).toBe('todo failed todo');
  });

  it('should not release the hash of a hidden choice', () => {
    const hidden = exercisesOf(readQuestions(written.replace('points: 2', 'points: 2\n  hidden: true'), 'q'), 'seed');
    const text = JSON.stringify(released({ ...assignment, exercises: hidden }));
    expect(text).not.toContain('"hash"');
    expect(results('shift: c', hidden).statuses).toBe('failed todo todo');
  });

  it('should give students a file to fill in', () => {
    const template = answersTemplate('01-kinds', exercises) ?? '';
    expect(template).toContain('# 什么会变？\n#   a. all\n#   b. nothing\n#   c. the sum\n');
    expect(template).toContain('(1.5 points: a number / 1.5 分：填一个数)\nrate:\n');
    expect(results(template).statuses).toBe('todo todo todo');
    expect(answersTemplate('01-kinds', [])).toBeUndefined();
  });
});

describe('readQuestions', () => {
  it.each([
    ['right: true', 'right: false', 'questions.yaml:7: shift, choices, b, right'],
    ['right: true', 'feedback: x', 'questions.yaml:6: shift, choices: give one choice `right: true`'],
    ['  tolerance: 0.005\n', '', 'questions.yaml:10: rate: a number has a `tolerance`'],
    ["'weight[ -]?decay'", "'weight[ -'", 'questions.yaml:18: name, patterns, 0: this is not a regular expression'],
    ['  number: 0.1\n', '', 'questions.yaml:10: rate: give one of choices, number, patterns'],
  ])('should name file, line and question: %s → %s', (from, to, message) => {
    expect(() => readQuestions(written.replace(from, to), 'questions.yaml')).toThrow(message);
  });
});
