import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import type { Timing } from '../job';
import { heldFile } from './madeGrader';

/** Tests and measurements run in the repository's folder. */
const root = process.cwd();
const here = join(root, 'grader', 'class', 'queue', 'testing');
const programs = join(root, '.descent', 'cache', 'queue');

/** Bundles what runs in processes of its own, once for all that start it. */
export function buildMadeProcesses(): void {
  buildSync({
    absWorkingDir: root,
    entryPoints: ['madeWorker', 'madeCoordinator'].map((name) => join(here, `${name}.ts`)),
    outdir: programs,
    outExtension: { '.js': '.cjs' },
    bundle: true,
    platform: 'node',
    format: 'cjs',
    packages: 'external',
    alias: { descent: join(root, 'grader', 'curriculum', 'descent.ts') },
    logLevel: 'error',
    tsconfigRaw: '{}',
  });
}

/** A folder of submissions that take some milliseconds each, and the processes that grade them. */
export class MadeClass {
  readonly folder = mkdtempSync(join(tmpdir(), 'descent-queue-'));
  readonly directory = join(this.folder, 'submissions');
  readonly log = join(this.folder, 'log');
  readonly out = join(this.folder, 'out');
  readonly #place: { readonly url: string; readonly prefix: string; readonly timing: Timing };
  readonly #environment: Readonly<Record<string, string>>;
  readonly #processes: ChildProcess[] = [];
  readonly #ended = new AbortController();

  /**
   * @param work - what `madeGrader` does with each, by name
   * @param environment - more of it for the processes
   */
  constructor(
    place: { readonly url: string; readonly prefix: string; readonly timing: Timing },
    work: Readonly<Record<string, string>>,
    environment: Readonly<Record<string, string>> = {},
  ) {
    this.#place = place;
    this.#environment = environment;
    writeFileSync(this.log, '');
    for (const [name, text] of Object.entries(work)) {
      mkdirSync(join(this.directory, name), { recursive: true });
      writeFileSync(join(this.directory, name, 'losses.ts'), text);
    }
  }

  get batch(): { readonly url: string; readonly prefix: string; readonly timing: Timing } & {
    readonly directory: string;
    readonly out: string;
    readonly log: string;
    readonly signal: AbortSignal;
  } {
    const { directory, out, log } = this;
    return { ...this.#place, directory, out, log, signal: this.#ended.signal };
  }

  worker(proof: Readonly<Record<string, string>> = {}): ChildProcess {
    const { url, prefix, timing } = this.#place;
    return this.#start('madeWorker', [url, prefix, this.log, JSON.stringify(timing), JSON.stringify(proof)]);
  }

  coordinator(): ChildProcess {
    const { url, prefix, timing } = this.#place;
    return this.#start('madeCoordinator', [url, prefix, this.directory, this.out, this.log, JSON.stringify(timing)]);
  }

  /** Lines of the log that say this. */
  said(what: 'begin' | 'end'): readonly string[] {
    const lines = readFileSync(this.log, 'utf8').split('\n');
    return lines.flatMap((line) => (line.startsWith(`${what} `) ? [line.slice(what.length + 1)] : [])).toSorted();
  }

  results(out = this.out): readonly string[] {
    return readdirSync(join(out, 'results'))
      .map((file) => file.replace(/\.json$/, ''))
      .toSorted();
  }

  /** As `results`, before there are any as well. */
  resultsThere(): readonly string[] {
    return existsSync(join(this.out, 'results')) ? this.results().filter((name) => !name.includes('.')) : [];
  }

  /** Waits until so many are graded. */
  async graded(count: number): Promise<void> {
    while (this.said('end').length < count) await new Promise((go) => setTimeout(go, 10));
  }

  /** Lets so many end, and the others wait until `goOn`, however slow the machine is. */
  holdAfter(count: number): void {
    writeFileSync(heldFile(this.log), String(count));
  }

  goOn(): void {
    rmSync(heldFile(this.log));
  }

  end(): void {
    this.#ended.abort();
    for (const one of this.#processes) one.kill('SIGKILL');
    rmSync(this.folder, { recursive: true, force: true });
  }

  #start(name: string, args: readonly string[]): ChildProcess {
    const started = spawn(process.execPath, [join(programs, `${name}.cjs`), ...args], {
      cwd: root,
      env: { ...process.env, ...this.#environment },
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    this.#processes.push(started);
    return started;
  }
}
