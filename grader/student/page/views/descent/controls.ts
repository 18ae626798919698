import { optimizerIds, type OptimizerId, type StepOptions } from '../../computations/optimizers';
import { choice, seriesToggles, slider, toggle, type Control } from '../kit';
import { maxSteps, type DescentRun, type DescentState } from './state';
import type { DescentTexts } from './texts';

/** Sliders are shown for what the chosen optimizers and the surface use. */
export function descentControls(
  state: DescentState,
  texts: DescentTexts,
  runs: readonly DescentRun[] | undefined,
): readonly Control<DescentState>[] {
  const { surface } = state;
  const todo = runs?.filter(({ own }) => own.status === 'todo').map(({ id }) => id);
  return [
    choice(state, 'surface', texts.surface, texts.surfaces),
    seriesToggles(
      state,
      'optimizers',
      { label: texts.optimizers, ids: optimizerIds, names: texts.names },
      { ids: todo, words: texts.unavailable },
    ),
    toggle(state, 'companion', texts.companion, texts.companionOn),
    slider(state, 'steps', texts.steps, { min: 1, max: maxSteps, step: 1 }),
    ...(surface === 'valley' || surface === 'noisy'
      ? [slider(state, 'kappa', 'κ', { min: 1, max: 1000, step: 0.05, log: true })]
      : []),
    ...optionSliders(state, texts),
  ];
}

interface Range {
  readonly id: keyof StepOptions;
  readonly label: string;
  readonly users: readonly OptimizerId[];
  readonly min: number;
  readonly max: number;
  readonly step: number;
  readonly log?: boolean;
}

const adams = ['adam', 'adamL2', 'adamW'] as const;
const ranges: readonly Range[] = [
  { id: 'learningRate', label: 'α', users: optimizerIds, min: 0.001, max: 1, step: 0.01, log: true },
  { id: 'rho', label: 'ρ', users: ['momentum', 'nesterov'], min: 0, max: 0.99, step: 0.01 },
  { id: 'decay', label: 'β', users: ['rmsprop'], min: 0, max: 0.999, step: 0.001 },
  { id: 'beta1', label: 'β₁', users: adams, min: 0, max: 0.99, step: 0.01 },
  { id: 'beta2', label: 'β₂', users: adams, min: 0.5, max: 0.999, step: 0.001 },
  { id: 'epsilon', label: 'ε', users: ['adagrad', 'rmsprop', ...adams], min: 1e-10, max: 1, step: 0.1, log: true },
  { id: 'lambda', label: 'λ', users: ['adamL2', 'adamW'], min: 0, max: 1, step: 0.01 },
];

function optionSliders({ optimizers, options }: DescentState, texts: DescentTexts): readonly Control<DescentState>[] {
  return ranges
    .filter(({ users }) => users.some((id) => optimizers.includes(id)))
    .map(({ id, label, users: _users, ...range }) => ({
      kind: 'slider',
      ...{ id, label: id === 'learningRate' ? texts.learningRate : label, ...range, value: options[id] },
      set: (now, value) => ({ ...now, options: { ...now.options, [id]: value } }),
    }));
}

/** Options that an optimizer doesn't use keep their values, so it isn't rerun when they change. */
export function usedBy(optimizer: OptimizerId, options: StepOptions, initial: StepOptions): StepOptions {
  const used = ranges.filter(({ users }) => users.includes(optimizer)).map(({ id }) => [id, options[id]] as const);
  return { ...initial, ...Object.fromEntries(used) };
}
