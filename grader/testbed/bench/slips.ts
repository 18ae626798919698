/**
 * Whether slips get a hint, alone and two at once. A slip is a mutant of a solution with a name; one per name. Pairs are in
 * one function, or in two functions where one calls the other: then the caller gets a hint if it has a name, or if its
 * message names the failing function to fix first.
 *
 *     npm run bench -- slips [ID]… [--pairs N] [--list]
 *
 * N per exercise, spread evenly; 30 by default. A name that differs with another seed does not count. `--list` shows the
 * pairs without a hint.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { makeMutants, type Mutant } from '../../author/mutants';
import { curriculum } from '../../curriculum';
import { readCourse } from '../../pipeline/course';
import { loadSpec } from '../../pipeline/course/loadSpec';
import type { Assignment } from '../../pipeline/types';
import { drawTwice } from './naming/drawTwice';
import { addShare, countNamed, noShare, percent, type Share } from './naming/nameOf';
import { areApart, SolutionMutants, spread } from './naming/solutionMutants';
import { callsOf, nameOfCaller } from './naming/twoFunctions';

/** A mutant of one exercise that gets a name. */
interface Slip {
  readonly name: string;
  readonly mutant: Mutant;
}

interface Figures {
  readonly single: Share;
  readonly inOne: Share;
  readonly inTwo: Share;
}

const parts = ['single', 'inOne', 'inTwo'] as const;
const none = (): Figures => ({ single: noShare(), inOne: noShare(), inTwo: noShare() });

async function main(): Promise<void> {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { pairs: { type: 'string', default: '30' }, list: { type: 'boolean', default: false } },
  });
  const root = process.cwd();
  const course = await readCourse(root);
  const all = none();
  console.log(
    '| assignment | slips | named | two in one function | hinted at | misnamed | in two functions | hinted at |',
  );
  console.log('| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |');
  for (const id of course.assignments) {
    if (positionals.length > 0 && !positionals.includes(id)) continue;
    const { spec } = await loadSpec({ root, engine: root, curriculum }, id);
    const text = await readFile(join(root, 'solutions', id, spec.file), 'utf8');
    const options = { pairs: Number(values.pairs), list: values.list };
    const figures = await figuresOf(text, await drawTwice(spec, course.publicSeed), options);
    for (const part of parts) addShare(all[part], figures[part]);
    console.log(rowOf(id, figures));
  }
  console.log(rowOf('all', all));
}

async function figuresOf(
  text: string,
  [first, second]: readonly [Assignment, Assignment],
  { pairs, list }: { readonly pairs: number; readonly list: boolean },
): Promise<Figures> {
  const figures = none();
  const solution = new SolutionMutants(text, first);
  const { exercises } = first;
  const mutants = makeMutants(
    text,
    first.file,
    exercises.map(({ name }) => name),
  );
  const slips = new Map<string, readonly Slip[]>();
  for (const exercise of exercises) {
    const again = second.exercises.find(({ name }) => name === exercise.name);
    if (again === undefined) continue;
    const drawn = { exercise, again };
    const known = new Map<string, Slip>();
    for (const mutant of mutants.filter(({ owner }) => owner === exercise.name)) {
      const make = await solution.maker(exercise.name, mutant);
      const name = make && (await countNamed(noShare(), drawn, make));
      // Two known mistakes at once are not a single slip.
      if (name !== undefined && !name.includes(' + ') && !known.has(name)) known.set(name, { name, mutant });
    }
    const own = [...known.values()];
    slips.set(exercise.name, own);
    figures.single.wrong += own.length;
    figures.single.named += own.length;
    for (const [one, other] of spread(pairsOf(own, own), pairs)) {
      const make = await solution.maker(exercise.name, one.mutant, other.mutant);
      const { named } = figures.inOne;
      if (make !== undefined) await countNamed(figures.inOne, drawn, make);
      if (list && named === figures.inOne.named) console.error(`${exercise.name}: ${one.name} | ${other.name}`);
    }
  }
  for (const [caller, called] of await callsOf(text, first, exercises)) {
    const chosen = spread(pairsOf(slips.get(caller.name) ?? [], slips.get(called.name) ?? []), pairs);
    for (const [one, other] of chosen) {
      const name = await nameOfCaller(solution, { caller, called }, [one.mutant, other.mutant]);
      if (name === undefined) continue;
      figures.inTwo.wrong += 1;
      if (name !== '') figures.inTwo.named += 1;
      else if (list) console.error(`${caller.name}: ${one.name} | ${called.name}: ${other.name}`);
    }
  }
  return figures;
}

function pairsOf(some: readonly Slip[], others: readonly Slip[]): readonly (readonly [Slip, Slip])[] {
  const within = some === others;
  return some.flatMap((one, index) =>
    (within ? others.slice(index + 1) : others).flatMap((other) =>
      areApart(one.mutant, other.mutant) ? [[one, other] as const] : [],
    ),
  );
}

function rowOf(id: string, { single, inOne, inTwo }: Figures): string {
  const share = ({ named, wrong }: Share): string => percent(named, wrong);
  const cells = [single.wrong, share(single), inOne.wrong, share(inOne), inOne.misnamed, inTwo.wrong, share(inTwo)];
  return `| ${[id, ...cells].join(' | ')} |`;
}

void main();
