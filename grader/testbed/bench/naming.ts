/**
 * Which wrong functions get a name, and which a wrong one: the known mistakes, the solutions changed as `validate`
 * changes them, and two such changes at once that are known mistakes each. Named is what a second seed names alike,
 * misnamed what it does not. What fails by its shape, type, error or leaks alone is not
 * counted: the check says it. Then, of kinds of wrong answers that were full once: how many of each exercise lose points.
 *
 *     npm run bench -- naming [ID]… [--mutants N] [--pairs N] [--list]
 *
 * N a function, spread evenly over all; 40 unless said otherwise. `--list` says which changes get no name.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { isRecordOf, makeMutants, MutantJudge, readEquivalentMutants, type Mutant } from '../../author/mutants';
import { curriculum } from '../../curriculum';
import { prepareAssignment, readCourse } from '../../pipeline/course';
import { loadSpec } from '../../pipeline/course/loadSpec';
import type { AssignmentSpec } from '../../pipeline/course/spec';
import type { Assignment } from '../../pipeline/types';
import { kinds } from './naming/kinds';
import { countNamed, nameOf, type Drawn, type Share } from './naming/nameOf';
import { areApart, SolutionMutants, spread } from './naming/solutionMutants';
import { withoutCostly } from './naming/withoutCostly';

interface Figures {
  readonly mistakes: Share;
  readonly mutants: Share;
  readonly pairs: Share;
}

interface Options {
  readonly mutants: number;
  readonly pairs: number;
  /** Whether to say which mutants get no name. */
  readonly list: boolean;
}

const none = (): Share => ({ wrong: 0, named: 0, misnamed: 0 });

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
  const all: Figures = { mistakes: none(), mutants: none(), pairs: none() };
  const closed: string[] = [];
  console.log(
    '| assignment | known mistakes | named | misnamed | mutants | named | misnamed | pairs | named | misnamed |',
  );
  console.log('| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |');
  for (const id of ids) {
    const { spec } = await loadSpec({ root, engine: root, curriculum }, id);
    const text = await readFile(join(root, 'solutions', id, spec.file), 'utf8');
    const equivalent = await readEquivalentMutants({ root, engine: root }, id);
    const draw = async (seed: string): Promise<Assignment> =>
      withoutCostly(await prepareAssignment(spec, { public: seed, hidden: `hidden ${seed}` }, ''), spec);
    const drawn = [await draw(course.publicSeed), await draw('again')] as const;
    const mutants = makeMutants(
      text,
      spec.file,
      spec.exercises.map(({ name }) => name),
    );
    const figures = await figuresOf(spec, drawn, new SolutionMutants(text, drawn[0]), mutants, options);
    for (const part of ['mistakes', 'mutants', 'pairs'] as const) add(all[part], figures[part]);
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
  const figures: Figures = { mistakes: none(), mutants: none(), pairs: none() };
  for (const { name, mistakes } of spec.exercises) {
    const [exercise, again] = [first, second].map((one) => one.exercises.find((of) => of.name === name));
    if (exercise === undefined || again === undefined) continue;
    for (const { id, make } of mistakes) {
      const said = await nameOf(exercise, make);
      figures.mistakes.wrong += 1;
      if (said.isRight || said.name === undefined) continue;
      figures.mistakes[said.name === id ? 'named' : 'misnamed'] += 1;
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

/** For each exercise how many of each kind lose points, of how many there are. */
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
      // Each of these loses points on every seed, or `validate` fails.
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

function add(sum: Share, { wrong, named, misnamed }: Share): void {
  sum.wrong += wrong;
  sum.named += named;
  sum.misnamed += misnamed;
}

function rowOf(id: string, figures: Figures): string {
  const cells = [figures.mistakes, figures.mutants, figures.pairs].flatMap(({ wrong, named, misnamed }) => [
    `${wrong}`,
    percent(named, wrong),
    `${misnamed}`,
  ]);
  return `| ${id} | ${cells.join(' | ')} |`;
}

function percent(part: number, whole: number): string {
  return whole === 0 ? '–' : `${((100 * part) / whole).toFixed(0)} %`;
}

void main();
