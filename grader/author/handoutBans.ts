import { isInternal, type Ban } from '../execution/guard';
import type { Texts } from '../pipeline/report';
import type { Exercise } from '../pipeline/types';

const begin = '<!-- off limits: written by `grader generate` -->';
const end = '<!-- end of off limits -->';

type Banning = Pick<Exercise, 'name' | 'forbidden'>;

/**
 * Writes the bans of the exercises into a handout, between its markers. Without bans, no markers are needed.
 *
 * @param name - the handout's path, for the error
 * @throws if the markers are incomplete
 */
export function withBans(handout: string, name: string, exercises: readonly Banning[], texts: Texts): string {
  const before = handout.indexOf(begin);
  const after = handout.indexOf(end);
  if (before < 0 && exercises.every(({ forbidden }) => forbidden.length === 0)) return handout;
  if (before < 0 && after < 0) return withBans(`${handout.trimEnd()}\n\n${begin}\n${end}\n`, name, exercises, texts);
  if (before < 0 || after < before) {
    throw new Error(
      `${name} has no place for what is off limits: put the lines \`${begin}\` and \`${end}\` where it is to stand`,
    );
  }
  return `${handout.slice(0, before)}${begin}\n\n${describeBans(exercises, texts)}\n\n${handout.slice(after)}`;
}

/** Describes what is off limits in an assignment. Functions with the same bans are grouped, the largest group first. */
export function describeBans(exercises: readonly Banning[], { bans }: Texts): string {
  const quoted = (names: readonly string[]): string => names.map((name) => `\`${name}\``).join(bans.and);
  const sentences = groupsOf(exercises).map(({ names, forbidden }, index) => {
    if (forbidden.length === 0) return bans.nothing(quoted(names));
    const lists = (['answer', 'internal'] as const).flatMap((reason) => {
      const calls = forbidden.filter((ban) => isInternal(ban) === (reason === 'internal'));
      return calls.length === 0 ? [] : [`- ${bans.offLimits(bans.reason[reason], quoted(calls))}`];
    });
    return index === 0
      ? `${lists.join('\n')}\n\n${bans.whatCounts}`
      : `${bans.inFunctions(quoted(names))}\n\n${lists.join('\n')}`;
  });
  return sentences.join('\n\n');
}

interface Group {
  readonly names: readonly string[];
  readonly forbidden: readonly Ban[];
}

function groupsOf(exercises: readonly Banning[]): readonly Group[] {
  const groups = new Map<string, Group>();
  for (const { name, forbidden } of exercises) {
    groups.set(forbidden.join(), { names: [...(groups.get(forbidden.join())?.names ?? []), name], forbidden });
  }
  return [...groups.values()].toSorted((a, b) => b.names.length - a.names.length);
}
