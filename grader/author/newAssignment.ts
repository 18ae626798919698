import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Checkout } from '../pipeline/course';
import { addToCourse } from './addToCourse';
import { fillTemplate } from './fillTemplate';
import { writeGenerated } from './writeGenerated';

/**
 * Files of a new assignment, by their templates. `{{file}}` is the file that students edit.
 */
const files: Readonly<Record<string, string>> = {
  'solution.ts.template': 'solutions/{{id}}/{{file}}.ts',
  'exercise.spec.ts.template': 'solutions/{{id}}/meanSquaredError.spec.ts',
  'alternatives.ts.template': 'solutions/{{id}}/alternatives.ts',
  'hints.en.yaml.template': 'solutions/{{id}}/hints.en.yaml',
  'equivalentMutants.json.template': 'solutions/{{id}}/equivalentMutants.json',
  'spec.ts.template': 'solutions/{{id}}/spec.ts',
  'handout.md.template': 'assignments/{{id}}/README.md',
  'test.ts.template': 'assignments/{{id}}/{{file}}.test.ts',
};

/** Files of an assignment with only questions. */
const questionFiles: typeof files = {
  'questions/questions.yaml.template': 'solutions/{{id}}/questions.yaml',
  'questions/answers.yaml.template': 'solutions/{{id}}/answers.yaml',
  'questions/spec.ts.template': 'solutions/{{id}}/spec.ts',
  'questions/handout.md.template': 'assignments/{{id}}/README.md',
  'questions/test.ts.template': 'assignments/{{id}}/{{file}}.test.ts',
};

/**
 * Creates a small, complete and fair assignment as a starting point.
 *
 * @param id - two digits and a topic, `10-my-topic`
 * @param options.questions - only questions, no code
 * @returns the paths of the files written, in the repository
 * @throws if the id is malformed or the assignment exists; nothing is written then
 */
export async function newAssignment(
  checkout: Checkout,
  id: string,
  { questions = false }: { readonly questions?: boolean } = {},
): Promise<readonly string[]> {
  const { root, engine } = checkout;
  const [, number, topic] = /^(\d\d)-([a-z][a-z0-9-]*)$/.exec(id) ?? [];
  if (number === undefined || topic === undefined)
    throw new Error(`${id} is no id: two digits, a hyphen and a topic in lower case, such as 10-my-topic`);
  const existing = [join('solutions', id), join('assignments', id)].find((folder) => existsSync(join(root, folder)));
  if (existing !== undefined) throw new Error(`${existing} exists already; choose another id, or remove the folder`);
  const values = { id, number, file: topic, title: titleOf(topic) };
  const written: string[] = [];
  for (const [template, target] of Object.entries(questions ? questionFiles : files)) {
    const text = await readFile(join(engine, 'grader', 'author', 'template', template), 'utf8');
    const path = fillTemplate(target, values);
    await mkdir(join(root, path, '..'), { recursive: true });
    await writeFile(join(root, path), fillTemplate(text, values));
    written.push(path);
  }
  await addToCourse(root, id);
  const generated = await writeGenerated(checkout, id);
  return [...new Set([...written, ...generated.map(({ file }) => file)])];
}

// `my-topic` → `My topic`
function titleOf(topic: string): string {
  const words = topic.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
