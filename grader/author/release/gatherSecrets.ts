import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { loadFullAssignment, type Checkout, type Course, type HiddenSeed } from '../../pipeline/course';
import { collectData } from './collectData';
import { hiddenNumbers, type HiddenNumbers } from './leaks/hiddenNumbers';
import type { Secrets } from './leaks/findLeaks';
import { secretCode, type StaffFile } from './leaks/secretCode';
import { seedForms } from './leaks/seedForms';
import { testImages } from './leaks/testImages';

/** What must not be in a release: of all assignments, also of those that are not released yet. */
export async function gatherSecrets(checkout: Checkout, course: Course, hidden: HiddenSeed): Promise<Secrets> {
  const { root } = checkout;
  const seeds = hidden.from === 'public' ? [] : seedForms(hidden.seed);
  const files: StaffFile[] = [];
  const numbers: HiddenNumbers[] = [];
  for (const id of course.assignments) {
    const draw = (seed: string): ReturnType<typeof loadFullAssignment> =>
      loadFullAssignment(checkout, id, { public: course.publicSeed, hidden: seed });
    const drawn = await draw(hidden.seed);
    numbers.push(hiddenNumbers(drawn, await draw(`not ${hidden.seed}`)));
    files.push(...(await staffFiles(root, id, drawn.file)));
  }
  files.push(...(await openFiles(root)));
  return {
    code: secretCode(files),
    numbers,
    seeds,
    folders: [...new Set([root, root.replaceAll('\\', '/')])],
    images: testImages(),
  };
}

/** Programs that students get as they are. */
async function openFiles(root: string): Promise<readonly StaffFile[]> {
  const programs = [...(await collectData(root))].filter(([path]) => path.endsWith('.ts'));
  return programs.map(([path, content]) => ({ path, text: Buffer.from(content).toString('utf8'), kind: 'open' }));
}

async function staffFiles(root: string, id: string, solution: string): Promise<readonly StaffFile[]> {
  const folder = join(root, 'solutions', id);
  const names = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.ts') || isHints(name));
  return Promise.all(
    names.toSorted().map(async (name): Promise<StaffFile> => ({
      path: `solutions/${id}/${name.replaceAll('\\', '/')}`,
      text: (await readFile(join(folder, name), 'utf8')).replaceAll('\r\n', '\n'),
      kind: name === solution ? 'solution' : isHints(name) ? 'open' : 'spec',
    })),
  );
}

function isHints(name: string): boolean {
  return /^hints\.\w+\.yaml$/.test(name);
}
