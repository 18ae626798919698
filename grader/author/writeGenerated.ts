import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { writeWhole } from '../files';
import {
  loadFullAssignment,
  loadSpec,
  readCourse,
  sourceFolder,
  writePublicFile,
  type Checkout,
} from '../pipeline/course';
import { textsFor } from '../pipeline/report';
import type { Assignment } from '../pipeline/types';
import { cutSkeleton } from './cutSkeleton';
import { drawPictures } from './drawPictures';
import { withBans } from './handoutBans';
import { picturesIn, samePicture, withPictures } from './handoutPlaces';
import { samePublicFile } from './samePublicFile';
import { fillFigures, readWorkedFigures, refuseUncomputable } from './workedFigures';

/** A file of `assignments/`, by its path in the repository, and whether it had to be written. */
export interface GeneratedFile {
  readonly file: string;
  readonly changed: boolean;
}

/**
 * Writes an assignment's skeleton and `public.json`, made from its solution and its spec, and what is off limits,
 * pictures of the reference and worked figures into its handouts; figures into the solution's docstrings, too.
 *
 * All are made before any is written. What is up to date is left alone, so that another version of Node changes no
 * file.
 *
 * @param id - such as `03-losses`
 * @throws if the solution or the spec is missing or can't be used, or a figure can't be computed
 */
export async function writeGenerated(checkout: Checkout, id: string): Promise<GeneratedFile[]> {
  const comparisons = await compareGenerated(checkout, id);
  for (const { file, text, identical } of comparisons) {
    if (!identical) await writeWhole(join(checkout.root, file), text, { makeFolder: true });
  }
  return comparisons.map(({ file, identical }) => ({ file, changed: !identical }));
}

/**
 * Finds which of an assignment's generated files, by their paths in the repository, are missing or not what their
 * source gives.
 *
 * @throws as `writeGenerated`
 */
export async function checkGenerated(checkout: Checkout, id: string): Promise<string[]> {
  const comparisons = await compareGenerated(checkout, id);
  return comparisons.filter(({ upToDate }) => !upToDate).map(({ file }) => file);
}

interface Comparison {
  readonly file: string;
  /** What the file should hold. */
  readonly text: string;
  /** Says the same as it should. */
  readonly upToDate: boolean;
  /** Says the same, and carries the same hash of the spec. */
  readonly identical: boolean;
}

async function compareGenerated(checkout: Checkout, id: string): Promise<readonly Comparison[]> {
  const { root } = checkout;
  const { publicSeed } = await readCourse(root);
  const { spec } = await loadSpec(checkout, id);
  const assignment = await loadFullAssignment(checkout, id, { public: publicSeed, hidden: undefined });
  const solution = `solutions/${id}/${assignment.file}`;
  const presentSolution = await readIfThere(join(sourceFolder(checkout, id), assignment.file));
  if (presentSolution === undefined)
    throw new Error(`${solution} is missing: the spec of ${id} names it as the file that students edit`);

  const figures = await readWorkedFigures(checkout, spec, { costly: false });
  refuseUncomputable(figures);
  const filled = fillFigures(figures);
  const solutionText = filled.get(solution) ?? presentSolution;
  const skeleton = { file: `assignments/${id}/${assignment.file}`, text: cutSkeleton(solutionText, solution) };
  const checks = { file: `assignments/${id}/public.json`, text: writePublicFile(assignment) };
  const [presentSkeleton, presentChecks = ''] = await Promise.all([
    readIfThere(join(root, skeleton.file)),
    readIfThere(join(root, checks.file)),
  ]);
  const sameSkeleton = presentSkeleton === skeleton.text;
  const sameChecks = samePublicFile(presentChecks, checks.text);
  return [
    // What is taken from the engine's course is not this one's to write.
    ...(solutionText === presentSolution || sourceFolder(checkout, id) !== join(root, 'solutions', id)
      ? []
      : [{ file: solution, text: solutionText, upToDate: false, identical: false }]),
    { ...skeleton, upToDate: sameSkeleton, identical: sameSkeleton },
    {
      ...checks,
      upToDate: sameChecks,
      identical: sameChecks && presentChecks.includes(`"specHash":"${assignment.specHash}"`),
    },
    ...(await compareHandouts(checkout, assignment, filled)),
  ];
}

const handouts = { 'README.md': 'en', 'README.zh-CN.md': 'zh' } as const;

/** @param filled - the texts that have figures to be written */
async function compareHandouts(
  checkout: Checkout,
  assignment: Assignment,
  filled: ReadonlyMap<string, string>,
): Promise<readonly Comparison[]> {
  const { root } = checkout;
  const { id, exercises } = assignment;
  const comparisons: Comparison[] = [];
  for (const [name, language] of Object.entries(handouts)) {
    const file = `assignments/${id}/${name}`;
    const present = await readIfThere(join(root, file));
    if (present === undefined) continue;
    const pictures = await drawPictures(checkout, assignment, picturesIn(present), language);
    const text = withPictures(
      withBans(filled.get(file) ?? present, file, exercises, textsFor(language)),
      pictures,
      language,
    );
    comparisons.push({ file, text, upToDate: text === present, identical: text === present });
    for (const picture of pictures) {
      const image = `assignments/${id}/${picture.file}`;
      const same = samePicture((await readIfThere(join(root, image))) ?? '', picture.svg);
      comparisons.push({ file: image, text: picture.svg, upToDate: same, identical: same });
    }
  }
  return comparisons;
}

async function readIfThere(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    // Inside Jest, errors of fs are not instances of Error.
    if ((error as { readonly code?: unknown }).code === 'ENOENT') return undefined;
    throw error;
  }
}
