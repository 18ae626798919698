import { posix } from 'node:path';
import type { Exercise } from '../types';
import { exportedAs } from './forbidden/exportedAs';
import type { Compiled, FoundFile } from './types';

export type Named = Pick<Exercise, 'name' | 'formerNames'>;

/** A function that the submission exports under its name in an earlier release. */
export interface Renamed {
  readonly name: string;
  readonly former: string;
}

/** Functions that a submission has only under former names. */
export function underFormerNames({ program }: Compiled, exercises: readonly Named[]): readonly Renamed[] {
  const has = (name: string): boolean => exportedAs(program, name) !== undefined;
  return exercises.flatMap(({ name, formerNames = [] }) => {
    const former = has(name) ? undefined : formerNames.find(has);
    return former === undefined ? [] : [{ name, former }];
  });
}

/** The file with its functions also exported under their current names, appended to what the student wrote. */
export function withNewNames({ file, text }: FoundFile, renamed: readonly Renamed[]): string {
  const isModule = /^\s*(?:export|import)\b/m.test(text);
  const lines = renamed.map(({ name, former }) =>
    // Imported from the file itself, since what it exports can come from another file.
    isModule
      ? `export { ${former} as ${name} } from './${posix.basename(file)}';`
      : `exports.${name} = exports.${former};`,
  );
  return `${text}\n${lines.join('\n')}\n`;
}
