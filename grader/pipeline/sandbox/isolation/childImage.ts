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
 * What a submission's process is started from: V8's snapshot of everything loaded, or, where none can be made, the
 * bundle with V8's code cache beside it.
 */
export type ChildImage = {
  readonly node: string;
  readonly flags: readonly string[];
  /** For what is made once and used by every process. */
  readonly folder: string;
} & (
  | { readonly kind: 'snapshot'; readonly blob: string }
  | { readonly kind: 'bundle'; readonly runner: string; readonly bundle: string }
);

/**
 * Part of the snapshot: Node 20 refuses to start it with others. The heap is a quarter of what a process may hold in
 * all, since tensors lie outside it; the stack is V8's own default, said so that the operating system's limit doesn't
 * change it.
 */
const v8Flags = ['--max-old-space-size=256', '--stack-size=984'];

/**
 * Node's own database opens any path, whatever the permission model says. It must be closed when the snapshot is made:
 * what is in it then stays open, whatever flag the process is started with.
 */
function imageFlags([major = 0, minor = 0] = process.versions.node.split('.').map(Number)): readonly string[] {
  const hasDatabase = major >= 23 || (major === 22 && minor >= 5);
  return [...v8Flags, ...(hasDatabase ? ['--no-experimental-sqlite'] : [])];
}

const longestBuildMs = 60_000;
const keptDays = 2;

/**
 * The first two make a process forkable: a fork has one thread, and would wait for V8's and Node's others. The third
 * has it write to few pages, since each page that it writes to first is copied. By the fourth a child, which seldom lives
 * to see its old objects collected, does not mark all those of its nursery. The last is what keeps Node 20 from giving
 * memory back at each collection because a nursery that waits allocates little by the clock: its children would get
 * the same pages again, cleared one by one. @see Note [Warm processes]
 */
const nurseryFlags = [
  '--single-threaded',
  '--v8-pool-size=0',
  '--max-semi-space-size=1',
  '--initial-old-space-size=200',
  '--predictable',
];

/**
 * The image for a Node and a bundle, made on first use and kept in the folder `images` beside the bundle's: most
 * changes of the grader leave the submission's side as it was.
 *
 * @param childCommand - Node, `runBundle.js` and the bundle of `child/main.ts`, as `bin.js` names them
 * @param options - whether it is for a nursery, which is started with flags of its own
 */
export function childImage(
  [node = process.execPath, runner = '', bundle = '']: readonly string[],
  options: { readonly nursery: boolean } = { nursery: false },
): ChildImage {
  const folder = join(dirname(bundle), '..', 'images');
  const flags = options.nursery ? [...imageFlags(), ...nurseryFlags] : imageFlags();
  const blob = join(folder, `${imageKey(bundle, flags)}.blob`);
  const image = { node, flags, folder };
  if (isThere(blob) || buildSnapshot(image, bundle, blob)) return { ...image, kind: 'snapshot', blob };
  writeCodeCache(image, runner, bundle);
  return { ...image, kind: 'bundle', runner, bundle };
}

type Maker = Pick<ChildImage, 'node' | 'flags'>;

/**
 * With nothing to read the process ends at once, having written V8's code cache; it is never trusted to write it later.
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

// Its time is when it was last used, so that what no one uses can go.
function isThere(blob: string): boolean {
  if (!existsSync(blob)) return false;
  try {
    utimesSync(blob, new Date(), new Date());
  } catch {
    // Somebody else's: they look after it.
  }
  return true;
}

function buildSnapshot({ node, flags }: Maker, bundle: string, blob: string): boolean {
  const temporary = `${blob}.${process.pid}`;
  try {
    mkdirSync(dirname(blob), { recursive: true });
    // Said before half a second is spent on what can't be kept.
    accessSync(dirname(blob), constants.W_OK);
    removeUnused(dirname(blob));
    if (runBuild({ node, flags }, bundle, temporary) !== 0) return false;
    // Two processes may build at once; a reader must never see half a file.
    renameSync(temporary, blob);
    return true;
  } catch {
    // A folder that can't be written to just makes the start slower.
    return false;
  } finally {
    rmSync(temporary, { force: true });
  }
}

/** A stack names the file that the snapshot was built from: where it can be, one that says nothing of this machine. */
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
