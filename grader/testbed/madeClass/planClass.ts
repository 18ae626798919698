import { seededRandom } from '../../descent';
import { hostileSubmissions, type HostileSubmission } from '../hostile';
import { allWrongTurns } from './wrongTurns';
import type { Attempt } from './writeWork';

/** How somebody of a made class works. */
export type Manner =
  'right' | 'half-done' | 'mistaken' | 'hostile' | 'syntax-error' | 'broken-archive' | 'empty' | 'absent' | 'partner';

/** How the work is packed. */
export type Packing = 'folder' | 'zip' | 'tar.gz';

export interface Member {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly manner: Manner;
  readonly packing: Packing;
  /** Hours after the due date; negative where it was in time. */
  readonly hoursLate: number;
  /** Hours that the due date was put off for this one. */
  readonly extensionHours: number;
  readonly group: string;
  /** Per assignment and exercise. Empty for those who wrote no file that can be read. */
  readonly attempts: ReadonlyMap<string, ReadonlyMap<string, Attempt>>;
  readonly hostile: HostileSubmission | undefined;
}

export interface ClassPlan {
  readonly members: readonly Member[];
  /** Names of submissions that are no one's. */
  readonly unplaced: readonly string[];
}

/** Shares of a class of hundred. Who is none of these is a partner in the group of the one before. */
const shares: readonly (readonly [Manner, number])[] = [
  ['right', 26],
  ['half-done', 30],
  ['mistaken', 22],
  ['hostile', 5],
  ['syntax-error', 3],
  ['broken-archive', 2],
  ['empty', 1],
  ['absent', 3],
];

const givenNames = [
  'Ada',
  'Bo',
  'Chen',
  'Dana',
  'Emil',
  'Fatima',
  'Goran',
  'Hana',
  'Ines',
  'Jun',
  'Kofi',
  'Lea',
  'Mei',
  'Noor',
  'Olga',
  'Paul',
  'Rui',
  'Sara',
  'Tomás',
  '雨婷',
];
const familyNames = [
  'Adeyemi',
  'Brandt',
  "D'Angelo",
  'Eriksson',
  'Fischer',
  'Gupta',
  'Haddad',
  'Ito',
  'Kowalski',
  'Li',
  'Müller',
  'Nguyen',
  'Okafor',
  'Petrov',
  'Rossi',
  'Silva',
  'Tan',
  'Weiß',
  'Yılmaz',
  '王',
];

/**
 * Invents a class, the same for the same seed.
 *
 * @param exercises - names of the exercises of each assignment
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
    if (one === undefined) throw new Error('there is nothing to choose from');
    return one;
  };
  // Nothing that takes long: a class is there to be looked at.
  const attacks = Object.values(hostileSubmissions)
    .flat()
    .filter(
      ({ isHarmful, holdsFrom, verdicts }) =>
        !isHarmful &&
        holdsFrom === 'process' &&
        ['failed', 'forbidden', 'crashed', 'passed'].includes(verdicts.softmax),
    );

  const attemptsOf = (manner: Manner): Member['attempts'] => {
    if (!['right', 'half-done', 'mistaken'].includes(manner)) return new Map();
    return new Map(
      [...exercises].map(([assignment, names]) => {
        // The harder ones are at the end of an assignment.
        const reached = manner === 'half-done' ? 1 + below(names.length) : names.length;
        return [
          assignment,
          new Map(
            names.map((exercise, index): [string, Attempt] => {
              if (index >= reached) return [exercise, 'todo'];
              const turns = allWrongTurns.filter(
                (turn) => turn.assignment === assignment && turn.exercise === exercise,
              );
              const isWrong =
                turns.length > 0 && random() < (manner === 'mistaken' ? 0.35 : manner === 'half-done' ? 0.12 : 0);
              return [exercise, isWrong ? oneOf(turns) : 'right'];
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
    const manner = mannerAt(random() * 100);
    const id = `s${String(index + 1).padStart(4, '0')}`;
    const previous = members.at(-1);
    const isPartner =
      manner === 'partner' && previous !== undefined && previous.attempts.size > 0 && previous.group === '';
    const group = isPartner ? `team-${previous.id}` : '';
    if (isPartner) members[members.length - 1] = { ...previous, group };
    const own: Manner = manner === 'partner' && !isPartner ? 'right' : manner;
    const isLate = random() < 0.12;
    members.push({
      id,
      name: nameOf(index, names),
      email: `${id}@students.example.org`,
      manner: own,
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

function mannerAt(percent: number): Manner {
  let end = 0;
  for (const [manner, share] of shares) {
    end += share;
    if (percent < end) return manner;
  }
  return 'partner';
}

/** No one is called like somebody else, in a class of up to a few thousand. */
function nameOf(index: number, names: readonly (readonly [given: string, family: string])[]): string {
  const [given, family] = names[index % names.length] ?? ['', ''];
  const round = Math.floor(index / names.length);
  return round === 0 ? `${given} ${family}` : `${given} ${givenNames[round - 1] ?? round} ${family}`;
}

function shuffled<T>(list: readonly T[], below: (n: number) => number): readonly T[] {
  const rest = [...list];
  return list.flatMap(() => rest.splice(below(rest.length), 1));
}
