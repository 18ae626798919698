import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type * as TypeScript from 'typescript';
import { writeWhole } from '../../files';

export type Reset =
  | { readonly status: 'reset'; /** Where the file as it was is kept, from the working copy. */ readonly kept: string }
  | { readonly status: 'no-skeleton' }
  | { readonly status: 'not-found' };

/** Path of an assignment's skeleton in a copy of the course, next to the student's file. */
export function skeletonPath(id: string): string {
  return `grader/skeletons/${id}.ts.txt`;
}

/**
 * Resets one function of a student's file to its skeleton, and saves the previous file in `.descent/`.
 *
 * @param stamp - for the name of the saved file, such as a time
 */
export async function resetFunction(
  root: string,
  { id, file, name }: { readonly id: string; readonly file: string; readonly name: string },
  stamp: string,
): Promise<Reset> {
  const path = join(root, 'assignments', id, file);
  const skeleton = await readFile(join(root, skeletonPath(id)), 'utf8').catch(() => undefined);
  const [text, { default: ts }] = await Promise.all([readFile(path, 'utf8'), import('typescript')]);
  const rangeOf = (source: string): { readonly start: number; readonly end: number } | undefined => {
    const parsed = ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true);
    const found = parsed.statements.find(
      (statement) => ts.isFunctionDeclaration(statement) && statement.name?.text === name,
    );
    return found && { start: found.getStart(parsed), end: found.getEnd() };
  };
  const fresh = skeleton === undefined ? undefined : rangeOf(skeleton);
  if (skeleton === undefined || fresh === undefined) return { status: 'no-skeleton' };
  const old = rangeOf(text);
  if (old === undefined) return { status: 'not-found' };
  const kept = `.descent/before-reset/${id}/${stamp}-${file}`;
  await writeWhole(join(root, kept), text, { makeFolder: true });
  const begin = skeleton.slice(fresh.start, fresh.end);
  const imports = missingImports(ts, { begin, skeleton, text });
  await writeWhole(path, imports + text.slice(0, old.start) + begin + text.slice(old.end));
  return { status: 'reset', kept };
}

/** Named imports that the skeleton's function needs and the student's file has removed. */
function missingImports(
  ts: typeof TypeScript,
  { begin, skeleton, text }: Readonly<Record<'begin' | 'skeleton' | 'text', string>>,
): string {
  const named = (source: string): ReadonlyMap<string, string> =>
    new Map(
      ts
        .createSourceFile('', source, ts.ScriptTarget.Latest)
        .statements.filter(ts.isImportDeclaration)
        .flatMap(({ importClause, moduleSpecifier }) => {
          const bindings = importClause?.namedBindings;
          if (bindings === undefined || !ts.isNamedImports(bindings) || !ts.isStringLiteral(moduleSpecifier)) return [];
          return bindings.elements.map((one) => [one.name.text, moduleSpecifier.text] as const);
        }),
    );
  const known = named(text);
  const needed = [...named(skeleton)].filter(([name]) => !known.has(name) && new RegExp(`\\b${name}\\b`).test(begin));
  return needed.map(([name, module]) => `import { ${name} } from '${module}';\n`).join('');
}
