import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';
import {
  drawnCases,
  loadSpec,
  type Checkout,
  type Course,
  type DrawnExercises,
  type HiddenSeed,
} from '../../pipeline/course';
import { collectData } from './collectData';
import { secretAnswers } from './leaks/answers';
import { hiddenNumbers } from './leaks/hiddenNumbers';
import type { Secrets } from './leaks/findLeaks';
import { secretCode, type StaffFile } from './leaks/secretCode';
import { staffFiles } from './leaks/staffFiles';
import { testImages } from './leaks/testImages';

export interface Gathering {
  /** Whether to search bundles too. */
  readonly bundles: boolean;
  /** Assignments whose hidden numbers to search for. */
  readonly drawn: readonly string[];
}

/** Secrets that must not be in a release: those of all assignments, also of unreleased ones. */
export async function gatherSecrets(
  checkout: Checkout,
  course: Course,
  hidden: HiddenSeed,
  { bundles, drawn }: Gathering = { bundles: true, drawn: course.assignments },
): Promise<Secrets> {
  const { root, engine } = checkout;
  const seeds = hidden.from === 'public' ? [] : seedForms(hidden.seed);
  const files: StaffFile[] = [];
  const answers = new Map<string, string>();
  const numbers = new Map<string, string>();
  for (const id of course.assignments) {
    const { spec } = await loadSpec(checkout, id);
    const draw = (seed: string): DrawnExercises => drawnCases(spec, { public: course.publicSeed, hidden: seed });
    files.push(...(await staffFiles(checkout, id, spec.file)));
    if (drawn.includes(id)) {
      for (const [key, from] of hiddenNumbers(draw(hidden.seed), draw(`not ${hidden.seed}`))) numbers.set(key, from);
    }
    for (const [secret, from] of secretAnswers(spec.questions ?? {}, id)) answers.set(secret, from);
  }
  files.push(...(await openFiles(checkout)));
  return {
    code: secretCode(files, bundles ? await compiledEngine(checkout) : undefined),
    answers,
    numbers,
    seeds,
    folders: [...new Set([root, engine].flatMap((folder) => [folder, folder.replaceAll('\\', '/')]))],
    images: testImages(),
  };
}

/** Possible encodings of a hidden seed in a file. */
function seedForms(hidden: string): readonly string[] {
  const bytes = Buffer.from(hidden);
  const base64 = bytes.toString('base64').replace(/=+$/, '');
  return [hidden, JSON.stringify(hidden).slice(1, -1), bytes.toString('hex'), base64];
}

/** Programs that students get unchanged. */
async function openFiles(checkout: Checkout): Promise<readonly StaffFile[]> {
  const programs = [...(await collectData(checkout))].filter(([path]) => path.endsWith('.ts'));
  return programs.map(([path, content]) => ({ path, text: Buffer.from(content).toString('utf8'), kind: 'open' }));
}

/** Rooms of the grader that have no part of any course, and so none of its secrets. */
const engineRooms = ['execution', 'files', 'pipeline', 'precision', 'student'];
const isEngineFile = /(?<!\.(?:test|e2e|security|fairness|browser|d))\.ts$/;

/** The grader's own programs, compiled as for a bundle. */
async function compiledEngine({ engine }: Checkout): Promise<readonly string[]> {
  const ofRooms = engineRooms.map(async (room) => {
    const folder = join(engine, 'grader', room);
    const names = await readdir(folder, { recursive: true });
    return names.filter((name) => isEngineFile.test(name)).map((name) => join(folder, name));
  });
  const entryPoints = (await Promise.all(ofRooms)).flat();
  const { outputFiles } = await build({
    entryPoints,
    outdir: engine,
    write: false,
    target: 'es2022',
    logLevel: 'error',
  });
  return outputFiles.map(({ text }) => text);
}
