import { join, resolve } from 'node:path';
import ts from 'typescript';

const root = resolve(__dirname, '../../../..');

/**
 * Type-checks sources under the repository's own strict options.
 *
 * @param sources - text by file name; the files need not exist
 * @returns one line per error, such as `losses.ts:3 Cannot find name 'x'.`
 */
export function typeErrors(sources: ReadonlyMap<string, string>): readonly string[] {
  const folder = join(root, 'assignments', 'virtual');
  const config = ts.readConfigFile(join(root, 'tsconfig.json'), (path) => ts.sys.readFile(path)).config as object;
  const { options } = ts.parseJsonConfigFileContent({ ...config, files: [], include: [] }, ts.sys, root);
  const texts = new Map([...sources].map(([name, text]) => [join(folder, name), text]));
  const host = ts.createCompilerHost(options);
  const readFile = host.readFile.bind(host);
  const fileExists = host.fileExists.bind(host);
  const getSourceFile = host.getSourceFile.bind(host);
  const program = ts.createProgram(
    [...texts.keys()],
    { ...options, types: [] },
    {
      ...host,
      readFile: (name) => texts.get(name) ?? readFile(name),
      fileExists: (name) => texts.has(name) || fileExists(name),
      getSourceFile: (name, languageVersion, ...rest) => {
        const text = texts.get(name);
        return text === undefined
          ? getSourceFile(name, languageVersion, ...rest)
          : ts.createSourceFile(name, text, languageVersion);
      },
    },
  );
  return ts.getPreEmitDiagnostics(program).map(({ file, start = 0, messageText }) => {
    const line = file === undefined ? 0 : file.getLineAndCharacterOfPosition(start).line + 1;
    return `${file?.fileName.split('/').at(-1) ?? ''}:${line} ${ts.flattenDiagnosticMessageText(messageText, ' ')}`;
  });
}
