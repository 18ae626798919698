/** Exports of a student's file. */
export type Exports = Readonly<Record<string, unknown>>;

type Run = (require: (name: string) => unknown, module: { exports: Exports }, exports: Exports) => void;

/** Global in which a script leaves its function. */
const place = 'submissionOfThePage';

/**
 * Runs a compiled script.
 *
 * @param evaluate - runs a text as a script of this realm
 * @param name - of its frames in stacks
 * @param modules - modules that it can import
 */
export function loadScript(
  evaluate: (text: string) => void,
  { code, name, modules }: { readonly code: string; readonly name: string; readonly modules: Exports },
): Exports {
  // On the first line, so line numbers in stacks match the code.
  evaluate(`globalThis.${place} = function (require, module, exports) {${code}\n}\n//# sourceURL=${name}`);
  const run = (globalThis as Readonly<Record<string, unknown>>)[place] as Run;
  const module: { exports: Exports } = { exports: {} };
  run(
    (request) => {
      if (!Object.hasOwn(modules, request))
        throw new Error(`a submission may import @tensorflow/tfjs, descent and files of its own, not ${request}`);
      return modules[request];
    },
    module,
    module.exports,
  );
  // Read once: a getter must not run while nothing is banned.
  return { ...module.exports };
}
