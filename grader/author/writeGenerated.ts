import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { writeWhole } from '../files';
import {
  loadFullAssignment,
  loadSpec,
  readCourse,
  settingsOf,
  sourceFolder,
  writePublicFile,
  type Checkout,
  type ScheduledAssignment,
} from '../pipeline/course';
import { answersTemplate } from '../pipeline/questions';
import { answersName } from '../pipeline/words/answersName';
import { textsFor } from '../pipeline/report';
import type { Assignment, Language } from '../pipeline/types';
import { cutSkeleton } from './cutSkeleton';
import { drawPictures } from './drawPictures';
import { withBans } from './handoutBans';
import { picturesIn, samePicture, withPictures } from './handoutPlaces';
import { withPoints, withRemark } from './handoutPoints';
import { samePublicFile } from './samePublicFile';
import { handoutNames, takeHandouts, takeOthers, type Handout } from './takeHandouts';
import { fillFigures, readWorkedFigures, refuseUncomputable } from './workedFigures';

/** A file of `assignments/`, with its path in the repository, and whether it had to be written. */
export interface GeneratedFile {
  readonly file: string;
  readonly changed: boolean;
}

/**
 * Generates an assignment's skeleton and `public.json` from its solution and spec, and writes bans, pictures and worked
 * figures into its handouts, and figures into the solution's docstrings. Everything is generated before anything is
 * written. Files that are up to date are not touched, so another version of Node changes no file.
 *
 * @param id - such as `03-losses`
 * @throws if the solution or the spec is missing or unusable, or a figure can't be computed
 */
export async function writeGenerated(checkout: Checkout, id: string): Promise<GeneratedFile[]> {
  const comparisons = await compareGenerated(checkout, id);
  for (const { file, text, identical } of comparisons) {
    if (!identical) await writeWhole(join(checkout.root, file), text, { makeFolder: true });
  }
  return comparisons.map(({ file, identical }) => ({ file, changed: !identical }));
}

/**
 * Finds missing or outdated generated files of an assignment, by their paths in the repository.
 *
 * @throws as `writeGenerated`
 */
export async function checkGenerated(checkout: Checkout, id: string): Promise<string[]> {
  const comparisons = await compareGenerated(checkout, id);
  return comparisons.filter(({ upToDate }) => !upToDate).map(({ file }) => file);
}

interface Comparison {
  readonly file: string;
  /** Expected content. */
  readonly text: string;
  /** Has equivalent content. */
  readonly upToDate: boolean;
  /** Has equivalent content with the same line breaks, and the same hash of the spec. */
  readonly identical: boolean;
}

async function compareGenerated(checkout: Checkout, id: string): Promise<readonly Comparison[]> {
  const { root } = checkout;
  const { publicSeed } = await readCourse(root);
  const settings = await settingsOf(checkout, id);
  const { spec } = await loadSpec(checkout, id);
  const assignment = await loadFullAssignment(checkout, id, { public: publicSeed, hidden: undefined });
  const solution = `solutions/${id}/${assignment.file}`;
  const isCode = assignment.file !== answersName;
  const presentSolution = isCode ? await readIfThere(join(sourceFolder(checkout, id), assignment.file)) : '';
  if (presentSolution === undefined)
    throw new Error(`${solution} is missing: the spec of ${id} names it as the file that students edit`);
  if (assignment.exercises.length === 0)
    throw new Error(`${id} asks nothing: write solutions/${id}/questions.yaml, or name exercises in its spec`);

  const figures = await readWorkedFigures(checkout, spec, { costly: false });
  refuseUncomputable(figures);
  const filled = fillFigures(figures);
  const solutionText = filled.get(solution) ?? presentSolution;
  const skeleton = isCode ? cutSkeleton(solutionText, solution) : (answersTemplate(id, assignment.exercises) ?? '');
  const checks = { file: `assignments/${id}/public.json`, text: writePublicFile(assignment) };
  const presentChecks = (await readIfThere(join(root, checks.file))) ?? '';
  const sameChecks = samePublicFile(presentChecks, checks.text);
  return [
    // Reused assignments belong to the engine's course.
    ...(solutionText === presentSolution || sourceFolder(checkout, id) !== join(root, 'solutions', id)
      ? []
      : [{ file: solution, text: solutionText, upToDate: false, identical: false }]),
    await compared(root, `assignments/${id}/${assignment.file}`, skeleton),
    {
      ...checks,
      upToDate: sameChecks,
      identical:
        sameChecks &&
        presentChecks.includes(`"specHash":"${assignment.specHash}"`) &&
        linesIn(presentChecks) === linesIn(checks.text),
    },
    ...(isCode ? await compareAnswers(root, assignment) : []),
    ...(await compareHandouts(checkout, assignment, { settings, filled })),
    ...(settings.from === undefined ? [] : await compareOthers(checkout, assignment)),
  ];
}

/** Inputs of a handout: the course's settings, and texts with corrected figures. */
interface Making {
  readonly settings: Partial<ScheduledAssignment>;
  readonly filled: ReadonlyMap<string, string>;
}

async function compareAnswers(root: string, { id, exercises }: Assignment): Promise<readonly Comparison[]> {
  const text = answersTemplate(id, exercises);
  if (text === undefined) return [];
  const file = `assignments/${id}/answers.yaml`;
  return [await compared(root, file, text)];
}

async function compared(
  root: string,
  file: string,
  text: string,
  isSame = (a: string, b: string): boolean => a === b,
): Promise<Comparison> {
  const present = await readIfThere(join(root, file));
  const same = present !== undefined && isSame(present, text);
  return { file, text, upToDate: same, identical: same };
}

async function compareHandouts(
  checkout: Checkout,
  assignment: Assignment,
  { settings, filled }: Making,
): Promise<readonly Comparison[]> {
  const { root } = checkout;
  const { id } = assignment;
  // Questions have no bans.
  const exercises = assignment.exercises.filter(({ question }) => question === undefined);
  const comparisons: Comparison[] = [];
  const isTaken = settings.from !== undefined;
  const sources = isTaken ? await takeHandouts(checkout, id, settings) : await ownHandouts(root, id);
  for (const { name, language, text: source } of sources) {
    const file = `assignments/${id}/${name}`;
    const pictures = await drawPictures(checkout, assignment, picturesIn(source), language);
    // A reused handout already has its figures.
    const figured = isTaken ? source : (filled.get(file) ?? source);
    const whole = withPictures(withBans(figured, file, exercises, textsFor(language)), pictures, language);
    const text = withPoints(whole, exercises);
    const isMarked = isTaken && settings.points !== undefined;
    comparisons.push(await compared(root, file, isMarked ? withRemark(text, exercises, language) : text));
    for (const picture of pictures)
      comparisons.push(await compared(root, `assignments/${id}/${picture.file}`, picture.svg, samePicture));
  }
  return comparisons;
}

async function ownHandouts(root: string, id: string): Promise<readonly Handout[]> {
  const found = Object.entries(handoutNames).map(async ([language, name]): Promise<readonly Handout[]> => {
    const text = await readIfThere(join(root, 'assignments', id, name));
    return text === undefined ? [] : [{ name, language: language as Language, text }];
  });
  return (await Promise.all(found)).flat();
}

async function compareOthers(checkout: Checkout, assignment: Assignment): Promise<readonly Comparison[]> {
  const names = await takeOthers(checkout, assignment);
  return Promise.all(
    names.map(async (name) => {
      const file = `assignments/${assignment.id}/${name}`;
      return compared(checkout.root, file, await readFile(join(checkout.engine, file), 'utf8'));
    }),
  );
}

function linesIn(text: string): number {
  return text.split('\n').length;
}

async function readIfThere(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    // In Jest, errors of fs are not instances of Error.
    if ((error as { readonly code?: unknown }).code === 'ENOENT') return undefined;
    throw error;
  }
}
