/** What a student's file exports. */
export type Exports = Readonly<Record<string, unknown>>;

type Run = (require: (name: string) => unknown, module: { exports: Exports }, exports: Exports) => void;

/** Where a script that was just run leaves its function. */
const place = 'submissionOfThePage';

/**
 * Runs a compiled script.
 *
 * @param evaluate - runs a text as a script of this realm
 * @param name - that its frames have in stacks
 * @param modules - what it may import
 */
export function loadScript(
  evaluate: (text: string) => void,
  { code, name, modules }: { readonly code: string; readonly name: string; readonly modules: Exports },
): Exports {
  // On the first line, so that the lines of stacks are those of the code.
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
  // Read once and for all: a getter must not run where nothing is banned.
  return { ...module.exports };
}
