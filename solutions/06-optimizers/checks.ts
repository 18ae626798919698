import { leavesInputsAlone, leavesNoTensors, property, reference, type CaseSpec, type CheckSpec } from 'descent/author';

/** Points of the three claims on values; 8 together. */
interface StepPoints {
  readonly w: number;
  readonly memory: number;
  readonly severalSteps: number;
}

/**
 * Checks of a step that returns {w, [memory]}: each field after one step, so a wrong memory doesn't cost the points of
 * right weights; both after several; and purity.
 */
export function checksOfStep(memory: string, cases: readonly CaseSpec[], points: StepPoints): readonly CheckSpec[] {
  const severalSteps = ['several-steps', 'on-the-valley'];
  const singleSteps = cases.map(({ id }) => id).filter((id) => !severalSteps.includes(id));
  return [
    reference('w', { points: points.w, on: singleSteps }),
    reference(memory, { points: points.memory, on: singleSteps }),
    reference(undefined, { id: 'severalSteps', points: points.severalSteps, on: severalSteps }),
    property('sameAgain', { points: 1 }),
    leavesInputsAlone({ points: 0.5 }),
    leavesNoTensors({ points: 0.5 }),
  ];
}
