import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AssignmentSpec, ExerciseSpec, HintCatalogue } from '../../pipeline/course/spec';
import { Random } from '../../pipeline/course/spec';
import { tensorsIn, type Value } from '../../execution/values';
import { DataTensor, isArrayValue, isRecordValue, TensorValue } from '../../execution/values';
import { checkGenerated } from '../writeGenerated';
import type { Failure } from './claims';
import { proveSignatures } from './signatures';

/** What can be told from the files alone, before anything is run. */
export async function proveWritten(root: string, spec: AssignmentSpec): Promise<readonly Failure[]> {
  return [
    ...spec.exercises.flatMap((exercise) => [...points(exercise), ...counts(exercise)]),
    ...(await proveSignatures(root, spec)),
    ...catalogues(spec).flatMap(([language, catalogue]) => [
      ...spec.exercises.flatMap((exercise) => hints(exercise, spec.id, language, catalogue)),
      ...staleHints(spec, language, catalogue),
    ]),
    ...handout(root, spec),
    ...(await generated(root, spec.id)),
  ];
}

/** What a good author would repair and need not. */
export function warnings(spec: AssignmentSpec): readonly string[] {
  return spec.exercises.flatMap((exercise) => {
    const [first] = exercise.cases;
    if (first === undefined) return [];
    const numbers = first.calls(new Random(1)).flatMap((inputs) => numbersIn(inputs));
    const long = numbers.find((number) => String(number).length > maxDigits);
    const say = (what: string): string[] => [`${exercise.name}: the first case, ${first.id}, ${what}; make it one for paper and pencil`];
    if (first.visibility === 'hidden') return say('is hidden');
    if (numbers.length > maxNumbers) return say(`has ${numbers.length} numbers, more than ${maxNumbers}`);
    return long === undefined ? [] : say(`has the number ${long}, which is not short`);
  });
}

const maxNumbers = 6;
const maxDigits = 6;

function numbersIn(value: Value): readonly number[] {
  if (typeof value === 'number') return [value];
  // No one is meant to work with images by hand.
  if (value instanceof DataTensor) return [];
  if (value instanceof TensorValue) return [...tensorsIn(value)].flatMap(({ tensor }) => [...tensor.values]);
  if (isArrayValue(value)) return value.flatMap(numbersIn);
  // Options such as a learning rate are given, not worked with one by one.
  return typeof value === 'object' && isRecordValue(value) ? Object.values(value).flatMap(numbersIn) : [];
}

function points({ name, checks, points: whole = 10 }: ExerciseSpec): readonly Failure[] {
  const failures: Failure[] = [];
  const failure = (what: string, repair: string): void => void failures.push({ claim: 'points', exercise: name, what, repair });
  for (const check of checks) {
    if (check.points > 0 && Number.isInteger(2 * check.points)) continue;
    failure(`the check ${check.id} is worth ${check.points} points`, 'give it a multiple of 0.5');
  }
  const total = checks.reduce((sum, check) => sum + check.points, 0);
  if (total !== whole) failure(`its checks sum to ${total} points instead of ${whole}`, 'change the points of a check');
  return failures;
}

function counts({ name, mistakes, alternatives }: ExerciseSpec): readonly Failure[] {
  const failure = (what: string, repair: string): Failure => ({ claim: 'counts', exercise: name, what, repair });
  const rightOnes = Object.keys(alternatives).length;
  const ids = mistakes.map(({ id }) => id);
  return [
    ...(mistakes.length < 2 ? [failure(`it has ${mistakes.length} known mistakes`, 'write at least two that students make')] : []),
    ...(rightOnes < 2 ? [failure(`it has ${rightOnes} alternatives`, 'write at least two right solutions in other ways')] : []),
    ...[...new Set(ids.filter((id, index) => ids.indexOf(id) !== index))].map((id) =>
      failure(`the mistake ${id} stands twice`, 'rename or drop one of them'),
    ),
  ];
}

type Language = 'en' | 'zh';

/** What is written in every language that the assignment speaks. */
function catalogues({ hints: english, translations }: AssignmentSpec): readonly (readonly [Language, HintCatalogue])[] {
  return translations === undefined
    ? [['en', english]]
    : [
        ['en', english],
        ['zh', translations.zh],
      ];
}

function hints({ name, mistakes }: ExerciseSpec, assignment: string, language: Language, catalogue: HintCatalogue): readonly Failure[] {
  const failures: Failure[] = [];
  const named = new Map<string, string>();
  const where = hintsFile(assignment, language);
  for (const { id } of mistakes) {
    const failure = (what: string, repair: string): void =>
      void failures.push({ claim: 'hints', exercise: name, what: `the mistake ${id} ${what}${inLanguage[language]}`, where, repair });
    const texts: readonly string[] = catalogue[name]?.[id] ?? [];
    const present = new Set(texts.map((text) => text.trim()).filter((text) => text !== ''));
    if (texts.length === 0) failure('has no hints', 'write three: where to look, the idea, its name');
    else if (texts.length !== 3 || present.size !== 3) {
      failure(`has ${present.size} hints that differ and say something`, 'write three: where to look, the idea, its name');
    }
    // Variants of one mistake may share their hints, as one constant; texts that are equal by chance were copied and forgotten.
    const twin = named.get(texts.join('\n'));
    if (twin !== undefined && catalogue[name]?.[twin] !== texts) failure(`has the very words of ${twin}`, 'say what tells the two apart');
    if (texts.length > 0) named.set(texts.join('\n'), id);
  }
  return failures;
}

function staleHints({ id, exercises }: AssignmentSpec, language: Language, catalogue: HintCatalogue): readonly Failure[] {
  const known = new Set(exercises.flatMap(({ name, mistakes }) => mistakes.map((mistake) => `${name}/${mistake.id}`)));
  return entriesOf(catalogue).flatMap(([exercise, mistake]) =>
    known.has(`${exercise}/${mistake}`)
      ? []
      : [
          {
            claim: 'hints',
            exercise,
            what: `there are hints${inLanguage[language]} for ${mistake}, which is no mistake of it`,
            where: hintsFile(id, language),
            repair: 'drop them',
          },
        ],
  );
}

const inLanguage: Readonly<Record<Language, string>> = { en: '', zh: ' in zh' };

function entriesOf(catalogue: HintCatalogue): readonly (readonly [exercise: string, mistake: string])[] {
  return Object.entries(catalogue).flatMap(([exercise, ofExercise]) =>
    Object.keys(ofExercise).map((mistake) => [exercise, mistake] as const),
  );
}

function hintsFile(id: string, language: Language): string {
  return `solutions/${id}/hints.${language}.ts`;
}

function handout(root: string, { id, exercises }: AssignmentSpec): readonly Failure[] {
  const where = `assignments/${id}/README.md`;
  const path = join(root, where);
  if (!existsSync(path)) {
    return [{ claim: 'handout', exercise: undefined, what: 'there is no handout', where, repair: 'write one that names every function' }];
  }
  const text = readFileSync(path, 'utf8');
  return exercises.flatMap(({ name }) =>
    new RegExp(`(?<![\\w$])${name}(?![\\w$])`).test(text)
      ? []
      : [{ claim: 'handout', exercise: name, what: 'the handout does not name it', where, repair: 'tell students what it is for' }],
  );
}

async function generated(root: string, id: string): Promise<readonly Failure[]> {
  try {
    return (await checkGenerated(root, id)).map((where) => ({
      claim: 'generated',
      exercise: undefined,
      what: `${where} is not what its source gives`,
      where,
      repair: `run \`npx grader generate ${id}\``,
    }));
  } catch (error) {
    const what = `its files can't be generated: ${(error as Error).message}`;
    return [{ claim: 'generated', exercise: undefined, what, where: `solutions/${id}`, repair: 'repair what the message names' }];
  }
}
