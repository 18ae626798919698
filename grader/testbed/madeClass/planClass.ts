import { seededRandom } from '../../descent';
import { hostileSubmissions, type HostileSubmission } from '../hostile';
import { allMistakeEdits } from './mistakeEdits';
import type { Attempt } from './writeWork';

/** How a generated student works. */
export type Profile =
  'right' | 'half-done' | 'mistaken' | 'hostile' | 'syntax-error' | 'broken-archive' | 'empty' | 'absent' | 'partner';

export type Packing = 'folder' | 'zip' | 'tar.gz';

export interface Member {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly profile: Profile;
  readonly packing: Packing;
  /** Hours after the due date; negative if on time. */
  readonly hoursLate: number;
  /** Hours of extension of the due date. */
  readonly extensionHours: number;
  readonly group: string;
  /** By assignment and exercise; empty if no file is readable. */
  readonly attempts: ReadonlyMap<string, ReadonlyMap<string, Attempt>>;
  readonly hostile: HostileSubmission | undefined;
}

export interface ClassPlan {
  readonly members: readonly Member[];
  /** Names of submissions that match no student. */
  readonly unplaced: readonly string[];
}

/** Percentages of a class. The others are partners of the preceding student. */
const shares: readonly (readonly [Profile, number])[] = [
  ['right', 26],
  ['half-done', 30],
  ['mistaken', 22],
  ['hostile', 5],
  ['syntax-error', 3],
  ['broken-archive', 2],
  ['empty', 1],
  ['absent', 3],
];

const givenNames =
  'Ada Bo Chen Dana Emil Fatima Goran Hana Ines Jun Kofi Lea Mei Noor Olga Paul Rui Sara Tomás 雨婷'.split(' ');
const familyNames =
  "Adeyemi Brandt D'Angelo Eriksson Fischer Gupta Haddad Ito Kowalski Li Müller Nguyen Okafor Petrov Rossi Silva Tan Weiß Yılmaz 王".split(
    ' ',
  );

/**
 * Plans a class; the seed determines it.
 *
 * @param exercises - the exercises of each assignment
 */
export function planClass(
  students: number,
  seed: number,
  exercises: ReadonlyMap<string, readonly string[]>,
): ClassPlan {
  const random = seededRandom(seed);
  const below = (n: number): number => Math.floor(random() * n);
  const oneOf = <T>(list: readonly T[]): T => {
    const one = list[below(list.length)];
    if (one === undefined) throw new Error('an empty list');
    return one;
  };
  // Only attacks that end fast.
  const attacks = Object.values(hostileSubmissions)
    .flat()
    .filter(
      ({ isHarmful, holdsFrom, verdicts }) =>
        !isHarmful &&
        holdsFrom === 'process' &&
        ['failed', 'forbidden', 'crashed', 'passed'].includes(verdicts.softmax),
    );

  const attemptsOf = (profile: Profile): Member['attempts'] => {
    if (!['right', 'half-done', 'mistaken'].includes(profile)) return new Map();
    return new Map(
      [...exercises].map(([assignment, names]) => {
        // Later exercises are harder.
        const reached = profile === 'half-done' ? 1 + below(names.length) : names.length;
        return [
          assignment,
          new Map(
            names.map((exercise, index): [string, Attempt] => {
              if (index >= reached) return [exercise, 'todo'];
              const edits = allMistakeEdits.filter(
                (edit) => edit.assignment === assignment && edit.exercise === exercise,
              );
              const isWrong =
                edits.length > 0 && random() < (profile === 'mistaken' ? 0.35 : profile === 'half-done' ? 0.12 : 0);
              return [exercise, isWrong ? oneOf(edits) : 'right'];
            }),
          ),
        ];
      }),
    );
  };

  const names = shuffled(
    givenNames.flatMap((given) => familyNames.map((family) => [given, family] as const)),
    below,
  );
  const members: Member[] = [];
  for (let index = 0; index < students; index += 1) {
    const profile = profileAt(random() * 100);
    const id = `s${String(index + 1).padStart(4, '0')}`;
    const previous = members.at(-1);
    const isPartner =
      profile === 'partner' && previous !== undefined && previous.attempts.size > 0 && previous.group === '';
    const group = isPartner ? `team-${previous.id}` : '';
    if (isPartner) members[members.length - 1] = { ...previous, group };
    const own: Profile = profile === 'partner' && !isPartner ? 'right' : profile;
    const isLate = random() < 0.12;
    members.push({
      id,
      name: nameOf(index, names),
      email: `${id}@students.example.org`,
      profile: own,
      packing: oneOf<Packing>(['folder', 'folder', 'zip', 'tar.gz']),
      hoursLate: isLate ? 1 + below(60) : -1 - below(72),
      extensionHours: random() < 0.04 ? 48 : 0,
      group,
      attempts: attemptsOf(own),
      hostile: own === 'hostile' ? oneOf(attacks) : undefined,
    });
  }
  return {
    members,
    unplaced: Array.from(
      { length: Math.max(1, Math.round(students / 100)) },
      (_, index) => `final version (${index + 1})`,
    ),
  };
}

function profileAt(percent: number): Profile {
  let end = 0;
  for (const [profile, share] of shares) {
    end += share;
    if (percent < end) return profile;
  }
  return 'partner';
}

/** A unique name, for up to a few thousand students. */
function nameOf(index: number, names: readonly (readonly [given: string, family: string])[]): string {
  const [given, family] = names[index % names.length] ?? ['', ''];
  const round = Math.floor(index / names.length);
  return round === 0 ? `${given} ${family}` : `${given} ${givenNames[round - 1] ?? round} ${family}`;
}

function shuffled<T>(list: readonly T[], below: (n: number) => number): readonly T[] {
  const rest = [...list];
  return list.flatMap(() => rest.splice(below(rest.length), 1));
}
