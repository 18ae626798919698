import { createHash } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { z } from 'zod';
import { jsonText, readJson, writeWhole } from '../../files';
import type { CourseFolders } from '../../pipeline/course';

const schema = z.object({ state: z.string(), proven: z.array(z.string()) });

/** Which assignments are proven, in `.descent/proofs.json`: of this very state of specs, handouts and engine alone. */
export class KeptProofs {
  readonly #file: string;
  readonly #state: string;
  #proven: ReadonlySet<string>;

  private constructor(file: string, state: string, proven: ReadonlySet<string>) {
    this.#file = file;
    this.#state = state;
    this.#proven = proven;
  }

  /** @param state - what tells one state of the grader from another */
  static async open(checkout: CourseFolders, state: string): Promise<KeptProofs> {
    const file = join(checkout.root, '.descent', 'proofs.json');
    const whole = await stateOf(checkout, state);
    const kept = await readJson(file, schema);
    const isSame = kept.status === 'read' && kept.value.state === whole;
    return new KeptProofs(file, whole, new Set(isSame ? kept.value.proven : []));
  }

  has(id: string): boolean {
    return this.#proven.has(id);
  }

  /** @param proven - assignments of which everything was proven just now; of others it knows what it knew */
  async keep(proven: readonly string[]): Promise<void> {
    if (proven.length === 0) return;
    this.#proven = new Set([...this.#proven, ...proven]);
    const text = jsonText({ state: this.#state, proven: [...this.#proven].toSorted() });
    await writeWhole(this.#file, text, { makeFolder: true });
  }
}

async function stateOf({ root, engine }: CourseFolders, state: string): Promise<string> {
  const hash = createHash('sha256').update(state);
  const folders = [join(root, 'solutions'), join(root, 'assignments'), join(engine, 'solutions')];
  for (const folder of new Set(folders)) {
    const names = await readdir(folder, { recursive: true });
    for (const name of names.toSorted()) {
      const path = join(folder, name);
      if ((await stat(path)).isFile()) hash.update(`\n${basename(folder)}/${name}\n`).update(await readFile(path));
    }
  }
  return hash.digest('hex');
}
