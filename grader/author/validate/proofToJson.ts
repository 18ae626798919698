import { claims, type ClaimId } from './claims';
import { figureText } from './figureTexts';
import { sentence, verdictOf } from './proofToText';
import type { AssignmentProof } from './validateAssignment';

/** The proofs as JSON, for other programs. Non-finite numbers are strings. */
export function proofsToJson(
  proofs: readonly AssignmentProof[],
  root: string,
  refused: readonly string[],
): Record<string, unknown> {
  return {
    schemaVersion: 1,
    holds: refused.length === 0 && proofs.every(({ failures }) => failures.length === 0),
    /** Other reasons for which `release` would refuse, one sentence each. */
    refused,
    assignments: proofs.map((one) => proofJson(one, root)),
  };
}

function proofJson(proof: AssignmentProof, root: string): Record<string, unknown> {
  const { id, draft, chosen, failures, figures, mutants } = proof;
  return {
    id,
    draft,
    ...(chosen === undefined ? {} : { chosen }),
    holds: failures.length === 0,
    seconds: proof.seconds,
    claims: (Object.keys(claims) as ClaimId[]).map((claim) => {
      const verdict = verdictOf(claim, proof);
      return {
        id: claim,
        text: claims[claim],
        verdict,
        figures: verdict === 'not tried' ? '' : figureText(claim, proof),
      };
    }),
    exercises: figures.map(({ exercise, worstRight, mildestMistake, gradient, withinNoise }) => ({
      name: exercise,
      worstRight: number(worstRight.value),
      mildestMistake: number(mildestMistake.value),
      mildestMistakeId: mildestMistake.of,
      gradient: gradient === undefined ? null : number(gradient.value),
      withinNoise,
      mutants: mutants?.figures.find((one) => one.exercise === exercise) ?? null,
    })),
    survivors: (mutants?.survivors ?? []).map(({ exercise, mutant: { owner, operator, line, before, after } }) => ({
      exercise,
      function: owner,
      operator,
      line,
      before,
      after,
    })),
    warnings: proof.warnings,
    failures: failures.map((failure) => ({
      claim: failure.claim,
      exercise: failure.exercise ?? null,
      seeds: failure.seeds ?? [],
      message: sentence(failure, id, root),
    })),
  };
}

function number(value: number): number | string {
  return Number.isFinite(value) ? value : String(value);
}
