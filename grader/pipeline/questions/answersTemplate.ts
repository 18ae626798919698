import type { Exercise, Phrase } from '../types';

/**
 * `assignments/ID/answers.yaml`, in which students answer the questions of an assignment: the prompts as comments, in
 * each available language, and a name for each answer. Undefined if there are no questions.
 */
export function answersTemplate(assignment: string, exercises: readonly Exercise[]): string | undefined {
  const parts = exercises.flatMap(({ name, question, checks }): readonly string[] => {
    if (question === undefined) return [];
    const { prompt, form } = question;
    const points = checks.reduce(
      (sum, one) => sum + (one.kind === 'answer' && one.right.kind === 'later' ? one.right.points : one.points),
      0,
    );
    const choices = form.kind === 'choice' ? form.choices.flatMap(({ id, text }) => lines(text, `  ${id}. `)) : [];
    const kind = { choice: 'one of these letters', number: 'a number', text: 'a few words' }[form.kind];
    const zh = { choice: '填选项的字母', number: '填一个数', text: '填几个词' }[form.kind];
    return [
      [...lines(prompt, ''), ...choices, `(${points} points: ${kind} / ${points} 分：${zh})`]
        .map((line) => `# ${line}`.trimEnd())
        .concat(`${name}:`)
        .join('\n'),
    ];
  });
  return parts.length === 0 ? undefined : `${[head(assignment), ...parts].join('\n\n')}\n`;
}

function head(assignment: string): string {
  return [
    `# Your answers to the questions of ${assignment}: write each behind its name, and \`npm test\` says what it can.`,
    `# ${assignment} 的问答题：把答案写在各题名称之后，再运行 \`npm test\`。`,
    '# whatIsIt: weight decay',
  ].join('\n');
}

/** Each language on its own lines; further lines are indented to the first one's text. */
function lines(phrase: Phrase, start: string): readonly string[] {
  const texts = [phrase.en, ...(phrase.zh === undefined ? [] : [phrase.zh])].flatMap((text) => text.trim().split('\n'));
  return texts.map((text, index) => (index === 0 ? start : ' '.repeat(start.length)) + text);
}
