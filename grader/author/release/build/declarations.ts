import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import ts from 'typescript';

/** Next to the folder of the module `descent`. */
const others = [
  'grader/curriculum/descent.ts',
  'grader/curriculum/exerciseTypes.ts',
  'grader/student/jest/publicChecks.ts',
];

/** The types of `descent` and `descent/jest`, by their paths in a student's copy. */
export async function declarations(root: string): Promise<ReadonlyMap<string, string>> {
  const descent = (await readdir(join(root, 'grader', 'descent'))).filter(
    (name) => name.endsWith('.ts') && !name.endsWith('.test.ts'),
  );
  const sources = [...descent.toSorted().map((name) => `grader/descent/${name}`), ...others];
  const files = new Map<string, string>();
  for (const source of sources)
    files.set(source.replace(/\.ts$/, '.d.ts'), declarationOf(await readFile(join(root, source), 'utf8'), source));
  return files;
}

function declarationOf(text: string, fileName: string): string {
  const { outputText, diagnostics = [] } = ts.transpileDeclaration(text, {
    fileName,
    reportDiagnostics: true,
    compilerOptions: {
      target: ts.ScriptTarget.ES2022,
      module: ts.ModuleKind.ESNext,
      isolatedDeclarations: true,
      declaration: true,
    },
  });
  const [first] = diagnostics;
  if (first !== undefined)
    throw new Error(
      `${fileName}: its types can't be released: ${ts.flattenDiagnosticMessageText(first.messageText, ' ')}`,
    );
  return outputText;
}
