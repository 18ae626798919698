import { createHash } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { jsonText, readJson, writeWhole } from '../../files';

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

  /** @param engine - what tells one state of the grader from another */
  static async open(root: string, engine: string): Promise<KeptProofs> {
    const file = join(root, '.descent', 'proofs.json');
    const state = await stateOf(root, engine);
    const kept = await readJson(file, schema);
    const isSame = kept.status === 'read' && kept.value.state === state;
    return new KeptProofs(file, state, new Set(isSame ? kept.value.proven : []));
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

async function stateOf(root: string, engine: string): Promise<string> {
  const hash = createHash('sha256').update(engine);
  for (const folder of ['solutions', 'assignments']) {
    const names = await readdir(join(root, folder), { recursive: true });
    for (const name of names.toSorted()) {
      const path = join(root, folder, name);
      if ((await stat(path)).isFile()) hash.update(`\n${folder}/${name}\n`).update(await readFile(path));
    }
  }
  return hash.digest('hex');
}
