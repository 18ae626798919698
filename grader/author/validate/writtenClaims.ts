import { plural } from '../../pipeline/words/english';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AssignmentSpec, ExerciseSpec } from '../../pipeline/course/spec';
import type { Checkout } from '../../pipeline/course';
import { Random } from '../../pipeline/course/spec';
import { tensorsIn, type Value } from '../../execution/values';
import { DataTensor, isArrayValue, isRecordValue, TensorValue } from '../../execution/values';
import { checkGenerated } from '../writeGenerated';
import { proveAlternatives } from './alternativeClaims';
import { proveCases } from './caseClaims';
import { failing, type Failure } from './claims';
import { proveIds } from './idClaims';
import { proveFigures } from './figureClaims';
import { proveNoLeaks } from './leakClaims';
import { proveHints, untranslatedHints } from './hintClaims';
import { proveQuestions, untranslated } from './questionClaims';
import { seedsOfProof } from './seedsOfProof';
import { proveSignatures } from './signatures';

export interface WrittenOptions {
  readonly draft: boolean;
  readonly seeds?: number | undefined;
  /** Its files were just generated, so skip comparing them. */
  readonly isGenerated?: boolean;
}

/** Claims about files, before anything runs. */
export async function proveWritten(
  checkout: Checkout,
  spec: AssignmentSpec,
  { draft, seeds = seedsOfProof, isGenerated = false }: WrittenOptions,
): Promise<readonly Failure[]> {
  const costly = !draft && seeds >= seedsOfProof;
  const figures = await proveFigures(checkout, spec, { costly });
  const outOfDate = isGenerated ? [] : await generated(checkout, spec.id);
  return [
    ...spec.exercises.flatMap((exercise) => [
      ...points(exercise),
      ...counts(exercise),
      ...bans(exercise),
      ...proveCases(exercise),
      ...proveAlternatives(exercise),
    ]),
    ...proveIds(spec),
    ...(await proveSignatures(checkout, spec)),
    ...proveHints(spec, draft),
    ...proveQuestions(spec),
    ...handout(checkout.root, spec),
    ...(await proveNoLeaks(checkout, spec)),
    ...figures,
    // Wrong figures also make their file differ from the generated one, or prevent generation.
    ...outOfDate.filter(
      ({ where, what }) => !figures.some((figure) => figure.where === where || what.includes(figure.what)),
    ),
  ];
}

/** Warnings: recommended, but not required. */
export function warnings(spec: AssignmentSpec, draft: boolean): readonly string[] {
  return [...(draft ? untranslatedHints(spec) : []), ...untranslated(spec), ...spec.exercises.flatMap(longFirstCase)];
}

function longFirstCase(exercise: ExerciseSpec): readonly string[] {
  const [first] = exercise.cases;
  if (first === undefined) return [];
  const numbers = first.calls(new Random(1)).flatMap((inputs) => numbersIn(inputs));
  const long = numbers.find((number) => String(number).length > maxDigits);
  const say = (what: string): string[] => [
    `${exercise.name}: the first case, ${first.id}, ${what}; make it one for paper and pencil`,
  ];
  if (first.visibility === 'hidden') return say('is hidden');
  if (numbers.length > maxNumbers) return say(`has ${numbers.length} numbers, more than ${maxNumbers}`);
  return long === undefined ? [] : say(`has the number ${long}, which is not short`);
}

const maxNumbers = 6;
const maxDigits = 6;

function numbersIn(value: Value): readonly number[] {
  if (typeof value === 'number') return [value];
  // Images are not meant for hand computation.
  if (value instanceof DataTensor) return [];
  if (value instanceof TensorValue) return [...tensorsIn(value)].flatMap(({ tensor }) => [...tensor.values]);
  if (isArrayValue(value)) return value.flatMap(numbersIn);
  // Options such as a learning rate don't count.
  return isRecordValue(value) ? Object.values(value).flatMap(numbersIn) : [];
}

function points({ name, checks, points: whole = 10 }: ExerciseSpec): readonly Failure[] {
  const failure = failing('points', name);
  const odd = checks.filter((check) => check.points <= 0 || !Number.isInteger(2 * check.points));
  const total = checks.reduce((sum, check) => sum + check.points, 0);
  const what = `its checks sum to ${total} points instead of ${whole}`;
  return [
    ...odd.map((check) =>
      failure(`the check ${check.id} is worth ${check.points} points`, 'give it a multiple of 0.5'),
    ),
    ...(total === whole ? [] : [failure(what, 'change the points of a check')]),
  ];
}

function counts({ name, mistakes, alternatives }: ExerciseSpec): readonly Failure[] {
  const failure = failing('counts', name);
  const rightOnes = Object.keys(alternatives).length;
  const tooFew = [
    mistakes.length < 2 && failure(`it has ${mistakes.length} known mistakes`, 'write at least two that students make'),
    rightOnes < 2 &&
      failure(`it has ${plural(rightOnes, 'alternative')}`, 'write at least two right solutions in other ways'),
  ];
  return tooFew.filter((one) => one !== false);
}

/** Without a ban list, tfjs's own softmax would be a right answer. */
function bans({ name, forbidden, unrestricted }: ExerciseSpec): readonly Failure[] {
  if (forbidden.length > 0 || unrestricted !== undefined) return [];
  const repair =
    'name `libraryAnswers`, and what else would be the answer, in `forbidden`; or say in `unrestricted` why it may be used';
  return [failing('bans', name)('nothing is off limits, not even the function in tfjs', repair)];
}

function handout(root: string, { id, exercises }: AssignmentSpec): readonly Failure[] {
  const where = `assignments/${id}/README.md`;
  const path = join(root, where);
  if (!existsSync(path))
    return [failing('handout', undefined, where)('there is no handout', 'write one that names every function')];
  const text = readFileSync(path, 'utf8');
  return exercises
    .filter(({ name }) => !new RegExp(`(?<![\\w$])${name}(?![\\w$])`).test(text))
    .map(({ name }) => failing('handout', name, where)('the handout does not name it', 'say what it is for'));
}

async function generated(checkout: Checkout, id: string): Promise<readonly Failure[]> {
  try {
    const repair = `run \`npx grader generate ${id}\``;
    return (await checkGenerated(checkout, id)).map((where) =>
      failing('generated', undefined, where)(`${where} is not what its source gives`, repair),
    );
  } catch (error) {
    const what = `its files can't be generated: ${(error as Error).message}`;
    return [failing('generated', undefined, `solutions/${id}`)(what, 'repair what the message names')];
  }
}
