/**
 * Which wrong functions get a name, and which a wrong one: the known mistakes, mutants of the solutions, and pairs of
 * mutants that are known mistakes each. *Named* functions get the same name with a second seed, *misnamed* ones do not.
 * Functions that fail only by shape, type, error or leak are not counted: the check shows the mistake. Then, for kinds of
 * wrong answers that once got full marks, how many of each exercise lose points.
 *
 *     npm run bench -- naming [ID]… [--mutants N] [--pairs N] [--list]
 *
 * N per function, spread evenly; 40 by default. `--list` shows the mutants without a name.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { isRecordOf, makeMutants, MutantJudge, readEquivalentMutants, type Mutant } from '../../author/mutants';
import { curriculum } from '../../curriculum';
import { readCourse } from '../../pipeline/course';
import { loadSpec } from '../../pipeline/course/loadSpec';
import type { AssignmentSpec } from '../../pipeline/course/spec';
import type { Assignment } from '../../pipeline/types';
import { drawTwice } from './naming/drawTwice';
import { kinds } from './naming/kinds';
import { addShare, countNamed, nameOf, noShare, percent, type Drawn, type Share } from './naming/nameOf';
import { areApart, SolutionMutants, spread } from './naming/solutionMutants';

interface Figures {
  readonly mistakes: Share;
  readonly mutants: Share;
  readonly pairs: Share;
}

const noFigures = (): Figures => ({ mistakes: noShare(), mutants: noShare(), pairs: noShare() });

interface Options {
  readonly mutants: number;
  readonly pairs: number;
  /** Whether to show mutants without a name. */
  readonly list: boolean;
}

async function main(): Promise<void> {
  const number = { type: 'string', default: '40' } as const;
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { mutants: number, pairs: number, list: { type: 'boolean', default: false } },
  });
  const options = { mutants: Number(values.mutants), pairs: Number(values.pairs), list: values.list };
  const root = process.cwd();
  const course = await readCourse(root);
  const ids = course.assignments.filter((id) => positionals.length === 0 || positionals.includes(id));
  const all = noFigures();
  const closed: string[] = [];
  console.log(
    '| assignment | known mistakes | named | misnamed | mutants | named | misnamed | pairs | named | misnamed |',
  );
  console.log('| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |');
  for (const id of ids) {
    const { spec } = await loadSpec({ root, engine: root, curriculum }, id);
    const text = await readFile(join(root, 'solutions', id, spec.file), 'utf8');
    const equivalent = await readEquivalentMutants({ root, engine: root }, id);
    const drawn = await drawTwice(spec, course.publicSeed);
    const mutants = makeMutants(
      text,
      spec.file,
      spec.exercises.map(({ name }) => name),
    );
    const figures = await figuresOf(spec, drawn, new SolutionMutants(text, drawn[0]), mutants, options);
    for (const part of ['mistakes', 'mutants', 'pairs'] as const) addShare(all[part], figures[part]);
    console.log(rowOf(id, figures));
    closed.push(
      ...(await kindsOf(
        spec,
        new MutantJudge(text, drawn[0]),
        mutants.filter((mutant) => !equivalent.some((record) => isRecordOf(record, mutant))),
      )),
    );
  }
  if (ids.length > 1) console.log(rowOf('all', all));
  console.log(`\n| exercise | ${kinds.map(({ name }) => name).join(' | ')} |`);
  console.log(`| --- | ${kinds.map(() => '---:').join(' | ')} |`);
  for (const row of closed) console.log(row);
}

async function figuresOf(
  spec: AssignmentSpec,
  [first, second]: readonly [Assignment, Assignment],
  solution: SolutionMutants,
  mutants: readonly Mutant[],
  options: Options,
): Promise<Figures> {
  const figures = noFigures();
  for (const { name, mistakes } of spec.exercises) {
    const [exercise, again] = [first, second].map((one) => one.exercises.find((of) => of.name === name));
    if (exercise === undefined || again === undefined) continue;
    for (const { id, make } of mistakes) {
      const result = await nameOf(exercise, make);
      figures.mistakes.wrong += 1;
      if (result.isRight || result.name === undefined) continue;
      figures.mistakes[result.name === id ? 'named' : 'misnamed'] += 1;
    }
    const drawn: Drawn = { exercise, again };
    const known = new Map<string, Mutant>();
    for (const mutant of spread(
      mutants.filter(({ owner }) => owner === name),
      options.mutants,
    )) {
      const make = await solution.maker(name, mutant);
      const { wrong } = figures.mutants;
      const id = make && (await countNamed(figures.mutants, drawn, make));
      if (options.list && id === undefined && figures.mutants.wrong > wrong)
        console.error(`${name}: ${mutant.operator}: ${mutant.before} → ${mutant.after}`);
      if (id !== undefined && !known.has(id)) known.set(id, mutant);
    }
    for (const pair of spread(pairsOf([...known.values()]), options.pairs)) {
      const make = await solution.maker(name, ...pair);
      if (make !== undefined) await countNamed(figures.pairs, drawn, make);
    }
  }
  return figures;
}

function pairsOf(mutants: readonly Mutant[]): readonly (readonly [Mutant, Mutant])[] {
  return mutants.flatMap((one, index) =>
    mutants.slice(index + 1).flatMap((other) => (areApart(one, other) ? [[one, other] as const] : [])),
  );
}

/** For each exercise, how many wrong answers of each kind lose points. */
async function kindsOf(
  spec: AssignmentSpec,
  judge: MutantJudge,
  mutants: readonly Mutant[],
): Promise<readonly string[]> {
  const rows: string[] = [];
  for (const { name, mistakes, costly } of spec.exercises) {
    if (costly !== undefined) continue;
    const cells: string[] = [];
    for (const kind of kinds) {
      // `validate` proves that each known mistake loses points on every seed.
      const known = mistakes.filter(({ id }) => kind.mistakes.test(id)).length;
      let [made, caught] = [known, known];
      for (const mutant of mutants.filter((one) => one.owner === name && kind.isMutant(one))) {
        made += 1;
        if ((await judge.judge(mutant)).every((one) => one.caught)) caught += 1;
      }
      cells.push(made === 0 ? '–' : `${caught}/${made}`);
    }
    rows.push(`| \`${name}\` | ${cells.join(' | ')} |`);
  }
  return rows;
}

function rowOf(id: string, figures: Figures): string {
  const cells = [figures.mistakes, figures.mutants, figures.pairs].flatMap(({ wrong, named, misnamed }) => [
    `${wrong}`,
    percent(named, wrong),
    `${misnamed}`,
  ]);
  return `| ${id} | ${cells.join(' | ')} |`;
}

void main();
