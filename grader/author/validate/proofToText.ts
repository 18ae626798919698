import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Colors } from 'picocolors/types';
import { drawTable } from '../../pipeline/report';
import { claims, type ClaimId, type Failure } from './claims';
import { costlyExercises } from './costly';
import { figureText, short } from './figureTexts';
import type { AssignmentProof } from './validateAssignment';

export interface TextOptions {
  readonly root: string;
  readonly colors: Colors;
  /** Without table borders. */
  readonly plain: boolean;
}

/** Text of a proof: a table of claims, a table of exercises, then one sentence per failure. */
export function proofToText(proof: AssignmentProof, options: TextOptions): string {
  const { colors } = options;
  const verdict =
    proof.failures.length > 0
      ? colors.red('not proven')
      : colors.green(proof.draft ? 'holds so far (draft)' : 'proven');
  return [
    `${[proof.id, ...(proof.chosen ?? [])].join(' ')}: ${verdict}, ${proof.seconds.toFixed(1)} s`,
    claimTable(proof, options),
    ...(proof.figures.length > 0 ? [exerciseTable(proof, options)] : []),
    ...(proof.spec === undefined ? [] : costlyExercises(proof.spec)).map((exercise) => `proven less   ${exercise}`),
    ...proof.warnings.map((warning) => `${colors.yellow('could be better')}  ${warning}`),
    ...survivors(proof),
    ...proof.failures.map((failure) => `${colors.red('not proven')}  ${sentence(failure, proof.id, options.root)}`),
  ].join('\n');
}

/** Status of a claim, in one word. */
export function verdictOf(
  claim: ClaimId,
  { failures, skipped }: AssignmentProof,
): 'proven' | 'not proven' | 'not tried' {
  if (failures.some((failure) => failure.claim === claim)) return 'not proven';
  return skipped.includes(claim) ? 'not tried' : 'proven';
}

function claimTable(proof: AssignmentProof, { plain, colors }: TextOptions): string {
  const paint = { proven: colors.green, 'not proven': colors.red, 'not tried': colors.dim };
  const rows = Object.entries(claims).map(([id, text]) => {
    const claim = id as ClaimId;
    const verdict = verdictOf(claim, proof);
    return [text, paint[verdict](verdict), verdict === 'not tried' ? '' : figureText(claim, proof)];
  });
  return drawTable(['claim', '', 'figures'], rows, { plain, numeric: () => false });
}

function exerciseTable({ spec, figures, mutants }: AssignmentProof, { plain }: TextOptions): string {
  const head = [
    'exercise',
    'mistakes',
    'alternatives',
    'witnesses',
    'right ≤',
    'mistake ≥',
    'gradient',
    'mutants',
    'caught',
    'equivalent',
    'survive',
  ];
  const rows = figures.map(({ exercise, worstRight, mildestMistake, gradient }) => {
    const author = spec?.exercises.find(({ name }) => name === exercise);
    const ofMutants = mutants?.figures.find((one) => one.exercise === exercise);
    const { made = '–', caught = '–', equivalent = '–', survivors: survive = '–' } = ofMutants ?? {};
    return [
      exercise,
      ...[author?.mistakes, Object.keys(author?.alternatives ?? {}), author?.witnesses].map((list) =>
        String(list?.length ?? 0),
      ),
      short(worstRight.value),
      short(mildestMistake.value),
      gradient === undefined ? '–' : short(gradient.value),
      ...[made, caught, equivalent, survive].map(String),
    ];
  });
  return drawTable(head, rows, { plain, numeric: (column) => column > 0 });
}

/** A failure in one sentence: what, where, how to repair. */
export function sentence(
  { exercise, what, detail, where, repair, seeds = [] }: Failure,
  id: string,
  root: string,
): string {
  const subject = exercise === undefined ? '' : `${exercise}: `;
  const example = detail === undefined || detail === '' ? '' : ` (${detail})`;
  const on =
    seeds.length === 0
      ? ''
      : seeds.length === 1
        ? `, on seed ${seeds[0]}`
        : `, on ${seeds.length} seeds (${listed(seeds)})`;
  return `${subject}${what}${example}${on}, in ${where ?? specFile(exercise, id, root)}; ${repair}${repair.endsWith('?') ? '' : '.'}`;
}

function listed(seeds: readonly number[]): string {
  const maxShown = 5;
  return seeds.length > maxShown ? `${seeds.slice(0, maxShown).join(', ')}, …` : seeds.join(', ');
}

function specFile(exercise: string | undefined, id: string, root: string): string {
  const own = `solutions/${id}/${exercise}.spec.ts`;
  return exercise !== undefined && existsSync(join(root, own)) ? own : `solutions/${id}/spec.ts`;
}

function survivors({ id, spec, mutants }: AssignmentProof): readonly string[] {
  return (mutants?.survivors ?? []).map(({ exercise, mutant: { owner, line, operator, before, after } }) => {
    const through = owner === exercise ? owner : `${owner} (in ${exercise})`;
    return [
      `survivor  ${through}, solutions/${id}/${spec?.file}:${line}, ${operator}`,
      `  - ${before}`,
      `  + ${after}`,
    ].join('\n');
  });
}
