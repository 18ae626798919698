import { createRequire } from 'node:module';
import { channelVariables } from '../nursery/messages';
import type { NurseryCommand } from '../processes/Nursery';
import { childImage } from './childImage';
import type { Ingredients, Level } from './level';
import { hasAllowList } from './seccomp';

/** Starts a warm process that others are forked from, or explains why there is none. */
export type NurseryChoice =
  ({ readonly status: 'available' } & NurseryCommand) | { readonly status: 'unavailable'; readonly reason: string };

/** Otherwise the nursery's Node would open the grader's channel itself and pass it on to its children. */
const withoutChannel = ['env', ...channelVariables.flatMap((name) => ['-u', name])];

/** 0 starts every submission's process cold. */
const variable = 'DESCENT_WARM';

/**
 * The command of a nursery at a level that works.
 *
 * @param index - which of the level's commands works
 */
export function chooseNursery(
  level: Level,
  index: number,
  { childCommand, cpuSeconds }: Pick<Ingredients, 'cpuSeconds'> & { readonly childCommand: readonly string[] },
): NurseryChoice {
  const none = (reason: string): NurseryChoice => ({ status: 'unavailable', reason });
  if (process.env[variable] === '0') return none(`${variable} is 0`);
  if (process.platform !== 'linux') return none('only Linux has it');
  if (!hasAllowList(process.arch)) return none(`there is no list of system calls for ${process.arch}`);
  const koffiFile = findKoffi(childCommand[1] ?? '');
  if (koffiFile === undefined) return none('the package koffi is not installed');
  const commands = level.commands({ image: childImage(childCommand, { nursery: true }), cpuSeconds, koffiFile }, false);
  const command = typeof commands === 'string' ? undefined : commands[index];
  return command === undefined
    ? none('the level has no command for it')
    : { status: 'available', command: [...withoutChannel, ...command], ...level.nursery(koffiFile) };
}

/** Koffi's prebuilt binary, in the grader's packages. @param from - a file from which Node resolves them */
function findKoffi(from: string): string | undefined {
  try {
    return createRequire(from).resolve(`@koromix/koffi-linux-${process.arch}/linux_${process.arch}/koffi.node`);
  } catch {
    return undefined;
  }
}
