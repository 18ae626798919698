import type { CheckBase, Exercise, KindOf, Observation } from '../../types';
import * as chinese from '../../words/chinese';
import { list } from '../../words/english';
import { judgeEach } from './judgeEach';
import type { CheckOptions, CheckSpec } from './checkSpec';
import { defineCheck, type CheckKind } from './defineCheck';

/** Arguments are neither changed, disposed nor returned as the result. */
export type InputCheck = CheckBase<'input'>;

type InputFinding =
  | { readonly id: 'input-changed'; readonly inputs: readonly string[] }
  | { readonly id: 'input-disposed'; readonly inputs: readonly string[] }
  | { readonly id: 'input-returned'; readonly inputs: readonly string[] };

declare module '../../types/checkKinds' {
  interface CheckKinds {
    readonly input: KindOf<InputCheck, InputFinding>;
  }
}

export const inputKind: CheckKind<InputCheck, InputFinding> = defineCheck({
  kind: 'input',
  judge: (check, exercise, outcomes) =>
    judgeEach(check, exercise, outcomes, (observed) => touchedInputs(observed, exercise)),
  texts: {
    en: {
      name: () => 'its inputs are left as they were',
      findings: {
        'input-disposed': ({ inputs }) => [
          `disposes its ${named(inputs)}`,
          'inputs belong to the caller, who still needs them: dispose only what you made',
        ],
        'input-changed': ({ inputs }) => [
          `changes its ${named(inputs)}`,
          'inputs must be left as they were: return new tensors and objects',
        ],
        'input-returned': ({ inputs }) => [
          `returns its ${named(inputs)} instead of a new tensor`,
          'return a copy, such as .clone(): the caller may dispose one and keep the other',
        ],
      },
    },
    zh: {
      name: () => '输入保持原样',
      findings: {
        'input-disposed': ({ inputs }) => [
          `释放了输入 ${chinese.list(inputs)}`,
          '输入归调用者所有，之后还要使用：请只释放你自己创建的张量',
        ],
        'input-changed': ({ inputs }) => [
          `改动了输入 ${chinese.list(inputs)}`,
          '输入必须保持原样：请返回新的张量和对象',
        ],
        'input-returned': ({ inputs }) => [
          `把输入 ${chinese.list(inputs)} 原样返回了，而不是新的张量`,
          '请返回副本，例如 .clone()：调用者可能释放其中一个而保留另一个',
        ],
      },
    },
  },
});

/** In a spec: no argument is changed, disposed or returned. */
export function leavesInputsAlone({ points, on, id = 'inputs' }: CheckOptions): CheckSpec<InputCheck> {
  return { kind: 'input', id, points, on, resolve: () => ({}) };
}

function touchedInputs(
  { disposedInputs, changedInputs, returnedInputs }: Observation,
  exercise: Exercise,
): InputFinding | undefined {
  const inputsAt = (paths: readonly string[]): string[] => paths.map((path) => nameOf(path, exercise));
  if (disposedInputs.length > 0) return { id: 'input-disposed', inputs: inputsAt(disposedInputs) };
  if (changedInputs.length > 0) return { id: 'input-changed', inputs: inputsAt(changedInputs) };
  if (returnedInputs.length > 0) return { id: 'input-returned', inputs: inputsAt(returnedInputs) };
  return undefined;
}

// `2.m` → `state.m`
function nameOf(path: string, exercise: Exercise): string {
  const [index, ...fields] = path.split('.');
  return [exercise.arguments[Number(index)] ?? `argument ${index}`, ...fields].join('.');
}

function named(inputs: readonly string[]): string {
  return `${inputs.length === 1 ? 'input' : 'inputs'} ${list(inputs)}`;
}
