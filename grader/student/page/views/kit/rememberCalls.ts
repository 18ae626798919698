import type { Computation, ComputationResult } from '../../computations';
import type { Call } from './definition';
import type { KitTexts } from './kitTexts';

const maxRemembered = 200;

/** Memoizes calls: a slider for one optimizer's option doesn't rerun the others. */
export function rememberCalls(call: Call): {
  /** A call that records failures, and the texts of those failures. */
  readonly record: () => { readonly call: Call; readonly problems: (texts: KitTexts) => readonly string[] };
  readonly forget: () => void;
} {
  const known = new Map<string, Promise<ComputationResult<unknown>>>();
  const remembered = <Parameters, Result>(
    computation: Computation<Parameters, Result>,
    parameters: Parameters,
  ): Promise<ComputationResult<Result>> => {
    const key = `${computation.id} ${JSON.stringify(parameters)}`;
    const found = (known.get(key) as Promise<ComputationResult<Result>> | undefined) ?? call(computation, parameters);
    // Keep the most recently used ones.
    known.delete(key);
    known.set(key, found);
    if (known.size > maxRemembered) known.delete(known.keys().next().value ?? '');
    return found;
  };
  return {
    record: () => {
      const results: ComputationResult<unknown>[] = [];
      return {
        call: async (computation, parameters) => {
          const result = await remembered(computation, parameters);
          results.push(result);
          return result;
        },
        problems: (texts) =>
          [...new Set(results.map((result) => problemOf(result, texts)))].filter((text) => text !== undefined),
      };
    },
    forget: () => known.clear(),
  };
}

function problemOf(result: ComputationResult<unknown>, texts: KitTexts): string | undefined {
  switch (result.status) {
    case 'ok':
      return undefined;
    case 'todo':
      return texts.todo(result.exercise);
    case 'error':
      return texts.failed(result.message, result.line);
    case 'timeout':
      return texts.timeout(result.seconds);
  }
}
