import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** A wrong function that a student might hand in. */
export interface Question {
  readonly exercise: string;
  readonly what: string;
  /** The known mistakes that correctly name it. */
  readonly names: readonly string[];
  /** JavaScript that exports the function. */
  readonly source: string;
  /** Whether it is held out: mistakes and messages are written without looking at these questions. */
  readonly isHeldOut: boolean;
}

const block = /^```js\n([\s\S]*?)^```$/m;

/** The path of an assignment's questions; a new assignment may have none. */
export function questionsFile(root: string, id: string): string {
  return join(root, 'grader/testbed/exam/questions', `${id}.md`);
}

/** Reads an assignment's questions; each source begins with the shared helpers. */
export async function readQuestions(root: string, id: string): Promise<readonly Question[]> {
  const text = await readFile(questionsFile(root, id), 'utf8');
  const sections = text.split(/^## /m).slice(1);
  const helpers = block.exec(sections.find((one) => one.startsWith('Helpers\n')) ?? '')?.[1] ?? '';
  return sections.flatMap((section) => {
    const [heading = '', ...questions] = section.split(/^### /m);
    return questions.map((question, index): Question => {
      const code = block.exec(question)?.[1];
      const what = question.split('\n', 1)[0] ?? '';
      if (code === undefined) throw new Error(`${id}: "${what}" has no code`);
      const names = /^Expected mistake: (.*)\.$/m.exec(question)?.[1] ?? '';
      return {
        exercise: heading.trim(),
        what,
        names: [...names.matchAll(/`([^`]+)`/g)].flatMap(([, name]) => name ?? []),
        source: `${helpers}\n${code}`,
        isHeldOut: index % 2 === 1,
      };
    });
  });
}

/** The solution's file with one function replaced; its neighbours call the replacement. */
export function withQuestion(solution: string, { exercise, source }: Question): string {
  const others = solution.replace(new RegExp(String.raw`export function ${exercise}(?=[<(])`), 'function replaced');
  if (others === solution) throw new Error(`the solution has no function ${exercise}`);
  const own = source.replaceAll(/^export /gm, '');
  return `${others}\nimport { seededRandom as randomOfExam } from 'descent';
export const ${exercise} = ((seededRandom) => {\n${own}\nreturn ${exercise};\n})(randomOfExam);`;
}
