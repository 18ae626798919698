import { readQuestions } from '../../../pipeline/questions';
import { findAnswer, secretAnswers } from './answers';

const questions = readQuestions(
  `
shift:
  points: 2
  prompt: What changes?
  choices:
    a: { text: all, feedback: { en: They sum to 1 before and after., zh: 前后的概率之和都是 1，不可能全部变大，请再想一想。 } }
    b: { text: nothing, right: true }
name:
  points: 1
  prompt: What is it called?
  patterns: ['weight[ -]?decay', 'weight decay']
`,
  'questions.yaml',
);
const secrets = secretAnswers(questions, '01-kinds');
const find = (text: string, path = 'assignments/01-kinds/README.md'): string | undefined =>
  findAnswer(path, text, secrets);

describe('findAnswer', () => {
  it('should find feedback on a wrong answer, folded or in JSON, and patterns', () => {
    const feedback = 'it has feedback on shift in solutions/01-kinds/questions.yaml';
    expect(find('Note: They sum\nto 1 before  and after.')).toBe(feedback);
    expect(find('前后的概率之和都是 1，不可能全部变大，请再想一想。')).toBe(feedback);
    expect(find('{"patterns":["weight[ -]?decay"]}', 'public.json')).toContain('a pattern of name');
  });

  it("should find answers in the students' file, and in the questions", () => {
    expect(find('shift:\nname: weight decay\n', 'assignments/01-kinds/answers.yaml')).toBe('it answers name');
    expect(find('shift:\nname:\n', 'assignments/01-kinds/answers.yaml')).toBeUndefined();
    expect(find('', 'assignments/01-kinds/questions.yaml')).toContain('questions with their answers');
  });

  it('should allow a handout to mention its topic', () => {
    expect(find('The penalty is also known as weight decay. What changes? nothing')).toBeUndefined();
  });
});
