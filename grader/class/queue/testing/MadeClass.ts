import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import { heldFile } from './madeGrader';
import type { MadeBatch, MadePlace } from './runMadeBatch';

/** Tests and benchmarks run in the repository's root. */
const root = process.cwd();
const here = join(root, 'grader', 'class', 'queue', 'testing');
const programs = join(root, '.descent', 'cache', 'queue');

/** Bundles the programs that tests start as processes. */
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

/** A folder of generated submissions, and the processes that grade them. */
export class MadeClass {
  readonly folder = mkdtempSync(join(tmpdir(), 'descent-queue-'));
  readonly directory = join(this.folder, 'submissions');
  readonly log = join(this.folder, 'log');
  readonly out = join(this.folder, 'out');
  readonly #place: MadePlace;
  readonly #environment: Readonly<Record<string, string>>;
  readonly #processes: ChildProcess[] = [];
  readonly #ended = new AbortController();

  /**
   * @param work - instructions to `madeGrader`, by submission
   * @param environment - additional variables for the processes
   */
  constructor(
    place: MadePlace,
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

  get batch(): MadeBatch {
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

  /** The submissions with such a line in the log, sorted. */
  logged(event: 'begin' | 'end'): readonly string[] {
    const lines = readFileSync(this.log, 'utf8').split('\n');
    return lines.flatMap((line) => (line.startsWith(`${event} `) ? [line.slice(event.length + 1)] : [])).toSorted();
  }

  results(out = this.out): readonly string[] {
    return readdirSync(join(out, 'results'))
      .map((file) => file.replace(/\.json$/, ''))
      .toSorted();
  }

  /** As `results`, but empty before the folder exists, and without temporary files. */
  writtenResults(): readonly string[] {
    return existsSync(join(this.out, 'results')) ? this.results().filter((name) => !name.includes('.')) : [];
  }

  /** Waits until `count` submissions are graded. */
  async graded(count: number): Promise<void> {
    while (this.logged('end').length < count) await new Promise((go) => setTimeout(go, 10));
  }

  /** Lets `count` submissions end, and blocks the others until `release`. */
  holdAfter(count: number): void {
    writeFileSync(heldFile(this.log), String(count));
  }

  release(): void {
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
