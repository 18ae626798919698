import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import ts from 'typescript';
import { cutSkeleton } from './cutSkeleton';

const root = resolve(__dirname, '../..');

/** The skeleton of every solution whose spec names it, by its path. */
const skeletons = new Map(
  readdirSync(join(root, 'solutions')).flatMap((id): [string, string][] => {
    const spec = join(root, 'solutions', id, 'spec.ts');
    const name = existsSync(spec) ? /^ {2}file: '(.+)',$/m.exec(readFileSync(spec, 'utf8'))?.[1] : undefined;
    if (name === undefined || !existsSync(join(root, 'solutions', id, name))) return [];
    const file = `solutions/${id}/${name}`;
    return [[file, cutSkeleton(readFileSync(join(root, file), 'utf8'), file)]];
  }),
);

/** Names of exported functions, and whether each throws a NotImplementedError with its name. */
function exportedFunctions(text: string): readonly { readonly name: string; readonly throws: boolean }[] {
  const source = ts.createSourceFile('skeleton.ts', text, ts.ScriptTarget.ESNext);
  return source.statements.filter(ts.isFunctionDeclaration).flatMap((declaration) => {
    const name = declaration.name?.text;
    if (name === undefined || !declaration.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword))
      return [];
    const throws = declaration.body?.statements.some(
      (one) => one.getText(source) === `throw new NotImplementedError('${name}');`,
    );
    return [{ name, throws: throws === true }];
  });
}

/** Types are checked together with all other files. */
describe('the skeletons of the course', () => {
  it('should be there', () => {
    expect(skeletons.size).toBeGreaterThan(0);
  });

  it.each([...skeletons])('should make every exported function a todo in %s', (_file, text) => {
    const functions = exportedFunctions(text);
    expect(functions.length).toBeGreaterThan(0);
    expect(functions.filter(({ throws }) => !throws)).toEqual([]);
    expect(text).not.toContain('SOLUTION');
  });
});
