import { readFileSync } from 'node:fs';
import { relative, sep } from 'node:path';
import type { Plugin } from 'esbuild';

/** Modules of the commands in a student's copy, in `grader/cli/commands/`. All others are excluded. */
export const studentCommands: Readonly<Record<string, string>> = {
  doctor: 'doctor',
  export: 'export',
  grade: 'grade .',
  handIn: 'hand-in',
  hint: 'hint',
  ownPage: 'page',
  play: 'play',
  train: 'train',
  try: 'try',
  update: 'update',
  watch: 'watch',
};

/** Modules that only work, or may only be known, where there are solutions. */
const staffModules =
  /^grader\/(?:author|bundling|pipeline\/checks\/mistakes|pipeline\/course\/spec|testbed)\/|^grader\/class\/queue\/(?:Coordinator|WorkerPool|openRedis|queueState)\.ts$|^grader\/curriculum\/author\.ts$|^grader\/pipeline\/course\/(?:loadSpec|prepareAssignment|withMistakes)\.ts$/;

/** Replaces all staff modules by empty stubs, so that builds contain nothing of them. */
export function staffOnly(root: string): Plugin {
  return {
    name: 'staff-only',
    setup(build) {
      build.onLoad({ filter: /\.ts$/ }, ({ path }) => {
        const name = relative(root, path).split(sep).join('/');
        if (name.startsWith('grader/author/release/entries/')) return undefined;
        if (staffModules.test(name)) return { contents: exportsOf(path).map(unavailable).join('\n') };
        const command = /^grader\/cli\/commands\/(\w+)\.ts$/.exec(name)?.[1];
        const adders = command === undefined ? [] : exportsOf(path).filter((exported) => /^add[A-Z]/.test(exported));
        if (adders.length === 0 || Object.hasOwn(studentCommands, command ?? '')) return undefined;
        return { contents: adders.map((adder) => `export const ${adder} = () => undefined;`).join('\n') };
      });
    },
  };
}

function exportsOf(path: string): readonly string[] {
  const text = readFileSync(path, 'utf8');
  return [...text.matchAll(/^export (?:async )?(?:function|const|class) (\w+)/gm)].flatMap(([, name]) => name ?? []);
}

function unavailable(name: string): string {
  const message =
    "this needs the course's specs, which a student's copy does not have; is there a folder `solutions` that should not be there?";
  return `export const ${name} = () => { throw new Error(${JSON.stringify(message)}); };`;
}
