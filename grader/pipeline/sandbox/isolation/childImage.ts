import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  accessSync,
  closeSync,
  constants,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
} from 'node:fs';
import { devNull } from 'node:os';
import { dirname, join } from 'node:path';
import { platform } from 'node:process';

/**
 * What a submission's process is started from: a V8 snapshot of everything loaded, or, if none can be built, the bundle
 * with V8's code cache next to it.
 */
export type ChildImage = {
  readonly node: string;
  readonly flags: readonly string[];
  /** For files that are written once and used by every process. */
  readonly folder: string;
} & (
  | { readonly kind: 'snapshot'; readonly blob: string }
  | { readonly kind: 'bundle'; readonly runner: string; readonly bundle: string }
);

/**
 * Part of the snapshot: Node 20 refuses to start it with different flags. The heap is a quarter of a process's total
 * limit, since tensors are outside of it; the stack is V8's own default, made explicit so that the operating system's
 * limit doesn't change it.
 */
const v8Flags = ['--max-old-space-size=256', '--stack-size=984'];

/**
 * Node's SQLite module opens any path, regardless of the permission model. It must be disabled when the snapshot is
 * built: what a snapshot contains stays available, whatever flags the process is started with.
 */
function imageFlags([major = 0, minor = 0] = process.versions.node.split('.').map(Number)): readonly string[] {
  const hasDatabase = major >= 23 || (major === 22 && minor >= 5);
  return [...v8Flags, ...(hasDatabase ? ['--no-experimental-sqlite'] : [])];
}

const longestBuildMs = 60_000;
const keptDays = 2;

/**
 * The first two make a process forkable: a fork has one thread, and would wait for V8's and Node's other threads. The
 * third reduces the number of pages written to, since each page is copied at its first write. The fourth keeps a child,
 * which seldom lives long enough to collect old objects, from marking those of its nursery. The last keeps Node 20 from
 * returning memory at each collection of a waiting nursery, whose allocation rate is low: its children would get the
 * same pages back, zeroed one by one. @see Note [Warm processes]
 */
const nurseryFlags = [
  '--single-threaded',
  '--v8-pool-size=0',
  '--max-semi-space-size=1',
  '--initial-old-space-size=200',
  '--predictable',
];

/**
 * The image for a Node version and a bundle, built on first use and cached in the folder `images` next to the bundle's:
 * most changes of the grader leave the submission's side unchanged.
 *
 * @param childCommand - Node, `runBundle.js` and the bundle of `child/main.ts`, as `bin.js` names them
 * @param options - whether it is for a nursery, which needs additional flags
 */
export function childImage(
  [node = process.execPath, runner = '', bundle = '']: readonly string[],
  options: { readonly nursery: boolean } = { nursery: false },
): ChildImage {
  const folder = join(dirname(bundle), '..', 'images');
  const flags = options.nursery ? [...imageFlags(), ...nurseryFlags] : imageFlags();
  const blob = join(folder, `${imageKey(bundle, flags)}.blob`);
  const image = { node, flags, folder };
  if (isCached(blob) || buildSnapshot(image, bundle, blob)) return { ...image, kind: 'snapshot', blob };
  writeCodeCache(image, runner, bundle);
  return { ...image, kind: 'bundle', runner, bundle };
}

type Maker = Pick<ChildImage, 'node' | 'flags'>;

/**
 * With an empty channel the process exits immediately, after writing V8's code cache; later processes are not trusted
 * to write it.
 */
function writeCodeCache({ node, flags }: Maker, runner: string, bundle: string): void {
  const nothing = openSync(devNull, 'r+');
  try {
    spawnSync(node, [...flags, runner, bundle], {
      stdio: ['ignore', 'ignore', 'ignore', nothing],
      env: {},
      timeout: longestBuildMs,
    });
  } finally {
    closeSync(nothing);
  }
}

function imageKey(bundle: string, flags: readonly string[]): string {
  const hash = createHash('sha256').update(JSON.stringify([process.version, process.arch, flags]));
  return hash.update(readFileSync(bundle)).digest('hex').slice(0, 16);
}

// The modification time records the last use, for `removeUnused`.
function isCached(blob: string): boolean {
  if (!existsSync(blob)) return false;
  try {
    utimesSync(blob, new Date(), new Date());
  } catch {
    // It belongs to another user, who looks after it.
  }
  return true;
}

function buildSnapshot({ node, flags }: Maker, bundle: string, blob: string): boolean {
  const temporary = `${blob}.${process.pid}`;
  try {
    mkdirSync(dirname(blob), { recursive: true });
    // Fail before spending half a second on an image that can't be stored.
    accessSync(dirname(blob), constants.W_OK);
    removeUnused(dirname(blob));
    if (runBuild({ node, flags }, bundle, temporary) !== 0) return false;
    // Two processes can build at once; a reader must never see a partial file.
    renameSync(temporary, blob);
    return true;
  } catch {
    // A read-only folder only makes the start slower.
    return false;
  } finally {
    rmSync(temporary, { force: true });
  }
}

/** Stacks name the file that the snapshot was built from: on Linux, one that reveals nothing about this machine. */
function runBuild({ node, flags }: Maker, bundle: string, blob: string): number | null {
  const source = openSync(bundle, 'r');
  try {
    const file = platform === 'linux' ? '/dev/stdin' : bundle;
    const args = [...flags, '--no-warnings', '--snapshot-blob', blob, '--build-snapshot', file];
    const stdio = [source, 'ignore', 'ignore'] as const;
    return spawnSync(node, args, { stdio: [...stdio], env: {}, timeout: longestBuildMs }).status;
  } finally {
    closeSync(source);
  }
}

function removeUnused(folder: string): void {
  const oldest = Date.now() - keptDays * 24 * 60 * 60 * 1000;
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    if ((statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? Infinity) < oldest) rmSync(path, { force: true });
  }
}
