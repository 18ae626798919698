import { placeInStack, type Compiled } from '../../pipeline/submission';
import type { FileProblem, Language, ThrownError } from '../../pipeline/types';
import type { Texts } from '../../pipeline/report';
import * as chinese from '../../pipeline/words/chinese';
import * as english from '../../pipeline/words/english';
import { scriptName } from './runScratch';

const words = { en: english, zh: chinese } as const;

const own = {
  en: {
    missing: (file: string): string =>
      `there is no file ${file}, or it is not TypeScript; name one of your files that ends in .ts`,
    'top-level-await': 'await only works in functions: write `async function main() { … }`, and call it',
    todo: (name: string): string => `${name} is still to do: write it first`,
  },
  zh: {
    missing: (file: string): string => `没有 ${file} 这个文件，或者它不是 TypeScript；请给出你自己的以 .ts 结尾的文件`,
    'top-level-await': 'await 只能写在函数里：请写 `async function main() { … }`，再调用它',
    todo: (name: string): string => `${name} 还没有写：请先写它`,
  },
} as const satisfies Record<Language, object>;

/** Why a scratch file can't be run: message, place, line and caret. */
export function fileLines(problem: FileProblem, texts: Texts): readonly string[] {
  const { missing, ...causes } = own[texts.language];
  if (problem.status === 'missing') return [missing(problem.file)];
  if (problem.status !== 'does-not-compile') return texts.file(problem);
  const { message, place, cause } = problem;
  const text = cause?.id === 'top-level-await' ? causes[cause.id] : (texts.file(problem)[1] ?? message);
  return [text, ...(place === undefined ? [] : words[texts.language].shown(place))];
}

/** What a scratch file threw, with the first line of the student's own code in its stack. */
export function thrownLines(
  error: unknown,
  compiled: Compiled,
  { language }: Pick<Texts, 'language'>,
): readonly string[] {
  const { name, message, stack, exercise } = Object(error) as Partial<ThrownError>;
  const place = placeInStack(compiled, String(stack), scriptName);
  if (name === 'NotImplementedError' && typeof exercise === 'string')
    return [own[language].todo(exercise), ...(place === undefined ? [] : words[language].shown(place))];
  // Any value can be thrown.
  const said =
    message === undefined ? { name: String(error), message: '' } : { name: String(name), message: String(message) };
  return words[language].thrown({ ...said, exercise: undefined, stack: '', place });
}
