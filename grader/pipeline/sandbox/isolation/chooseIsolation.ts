import { spawnSync } from 'node:child_process';
import { bubblewrap } from './bubblewrap';
import { childImage } from './childImage';
import { isolationLevels, type IsolationLevel } from '../../types';
import type { Ingredients, Level } from './level';
import { permissions } from './permissions';
import { permissionsUid } from './permissionsUid';
import { plainProcess } from './plainProcess';
import { chooseNursery, type NurseryChoice } from './chooseNursery';
import { unshare } from './unshare';

const levels: readonly Level[] = [bubblewrap, unshare, permissionsUid, permissions, plainProcess];
const longestProbeMs = 10_000;
const longestReason = 200;

/** How submissions' processes are started. */
export interface Isolation extends AvailableLevel {
  /** Why no stronger level works here; empty for the strongest. */
  readonly why: string;
}

/** A level, and whether it works on this machine. */
export type Availability =
  | AvailableLevel
  | {
      readonly status: 'missing';
      readonly level: IsolationLevel;
      readonly reason: string;
      readonly advice: string | undefined;
    };

interface AvailableLevel {
  readonly status: 'available';
  readonly level: IsolationLevel;
  /** Program and arguments that start a process. */
  readonly command: readonly string[];
  /** Starts a warm process that others are forked from, or explains why there is none. */
  readonly nursery: () => NurseryChoice;
}

export interface IsolationOptions {
  /** The weakest acceptable level. */
  readonly minimum?: IsolationLevel | undefined;
  /** Only this one, even if stronger ones work. */
  readonly only?: IsolationLevel | undefined;
  /** Processor seconds that one process can use in total before the operating system kills it. */
  readonly cpuSeconds?: number;
}

const defaultCpuSeconds = 3600;

/**
 * The strongest isolation that works here, found by trying. Called once for each run of the grader: the command starts
 * any number of processes.
 *
 * @param childCommand - Node, `runBundle.js` and the bundle of `child/main.ts`
 * @throws if no acceptable level works, with the reasons
 */
export function chooseIsolation(
  childCommand: readonly string[],
  { minimum = 'process', only, cpuSeconds }: IsolationOptions = {},
): Isolation {
  const ingredients = { childCommand, image: childImage(childCommand), cpuSeconds: cpuSeconds ?? defaultCpuSeconds };
  const allowed = levels.filter(({ name }) => isAtLeast(name, minimum) && (only ?? name) === name);
  const reasons: string[] = [];
  for (const level of allowed) {
    const tried = tryLevel(level, ingredients);
    if (tried.status === 'available') return { ...tried, why: reasons.join('; ') };
    reasons.push(`${tried.level}: ${tried.reason}`);
  }
  const wanted = only === undefined ? `isolation at level ${minimum} or stronger` : `isolation level ${only}`;
  throw new Error(`${wanted} is not available here (${reasons.join('; ')}); \`grader doctor\` says what to do`);
}

/** Every level and whether it works here, strongest first. */
export function availableIsolation(childCommand: readonly string[]): readonly Availability[] {
  const ingredients = { childCommand, image: childImage(childCommand), cpuSeconds: defaultCpuSeconds };
  return levels.map((level) => tryLevel(level, ingredients));
}

export function isAtLeast(level: IsolationLevel, minimum: IsolationLevel): boolean {
  return isolationLevels.indexOf(level) <= isolationLevels.indexOf(minimum);
}

export function isIsolationLevel(text: string): text is IsolationLevel {
  return isolationLevels.some((level) => level === text);
}

function tryLevel(level: Level, ingredients: Ingredients & { readonly childCommand: readonly string[] }): Availability {
  const none = (reason: string): Availability => ({
    status: 'missing',
    level: level.name,
    reason,
    advice: level.advice(process.platform),
  });
  const probes = level.commands(ingredients, true);
  const commands = level.commands(ingredients, false);
  if (typeof probes === 'string' || typeof commands === 'string') return none(String(probes));
  const reasons: string[] = [];
  for (const [index, command] of commands.entries()) {
    const reason = failureOf(probes[index] ?? []);
    if (reason === undefined)
      return {
        status: 'available',
        level: level.name,
        command,
        nursery: () => chooseNursery(level, index, ingredients),
      };
    reasons.push(reason);
  }
  return none(reasons[0] ?? 'it has no command');
}

/** Why a command doesn't work; undefined if it does. */
function failureOf([program = '', ...args]: readonly string[]): string | undefined {
  const { status, signal, error, stdout, stderr } = spawnSync(program, args, {
    env: {},
    encoding: 'utf8',
    timeout: longestProbeMs,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  if (error !== undefined)
    return (error as NodeJS.ErrnoException).code === 'ENOENT' ? `${program} is not installed` : error.message;
  if (status === 0 && stdout.trim() === process.version) return undefined;
  const said = stderr.trim().split('\n')[0]?.slice(0, longestReason) ?? '';
  return said === '' ? `it ended with ${signal ?? `exit code ${status}`}` : said;
}
