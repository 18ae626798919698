import ts from 'typescript';
import { readRegions } from '../../skeleton/readRegions';
import { TokenRuns, type FoundRun } from './TokenRuns';
import { Words, type Tokens } from './Words';

/** Secret token runs. */
export interface SecretCode {
  readonly words: Words;
  readonly asWritten: Runs;
  /** After compilation, without types; undefined if no bundle is searched. */
  readonly compiled: Runs | undefined;
}

interface Runs {
  readonly solutions: TokenRuns;
  /** Mistakes, alternatives, witnesses. */
  readonly others: TokenRuns;
}

/** This many consecutive tokens of a secret must not be in a release. */
const longEnough = 12;
// Mistakes and loops over arrays share shorter idioms, such as loop headers, with the libraries in a bundle.
const longEnoughInBundles = 20;
const fewestNamesInBundles = 3;

/** A file of `solutions/ID/`, or a released one. */
export interface StaffFile {
  readonly path: string;
  readonly text: string;
  /**
   * `solution`: only secret between its markers. `spec`: its functions are secret. `open`: released, so not secret,
   * such as hints and data loaders, with which mistakes share idioms.
   */
  readonly kind: 'solution' | 'spec' | 'open';
}

/**
 * Secret code: the regions between a solution's markers, and all functions of the specs.
 *
 * @param programs - the grader's own programs, compiled: a mistake that shares an idiom with them is not leaked by their
 *   bundles; undefined if no bundle is searched
 */
export function secretCode(files: readonly StaffFile[], programs: readonly string[] | undefined): SecretCode {
  const words = new Words();
  const runs = (length: number): TokenRuns => new TokenRuns(words, length);
  const asWritten = { solutions: runs(longEnough), others: runs(longEnough) };
  const compiled = { solutions: runs(longEnough), others: runs(longEnoughInBundles) };
  const essential = (text: string): Tokens => words.essential(words.learn(text));
  gather(
    files,
    asWritten,
    (text) => text,
    (text) => words.learn(text),
  );
  if (programs === undefined) return { words, asWritten, compiled: undefined };
  gather(files, compiled, compile, essential);
  for (const program of programs) compiled.others.remove(essential(program));
  return { words, asWritten, compiled };
}

/** @param form - preprocessing before tokenization */
function gather(
  files: readonly StaffFile[],
  { solutions, others }: Runs,
  form: (text: string) => string,
  read: (text: string) => Tokens,
): void {
  const add = (runs: TokenRuns, secret: string, path: string): void => runs.add(read(withoutProse(secret)), path);
  for (const { path, text, kind } of files) {
    if (kind === 'solution') for (const secret of regionsOf(text, path)) add(solutions, form(secret), path);
    if (kind === 'spec') for (const secret of functionsOf(form(text), path)) add(others, secret, path);
  }
  for (const { path, text, kind } of files) {
    if (kind === 'solution') {
      // Code of a skeleton is not secret; an answer in its comments still is.
      for (const open of outsideOf(text, path)) solutions.remove(read(form(withoutComments(open))));
      for (const open of [...outsideOf(text, path), ...signaturesOf(text, path)]) others.remove(read(form(open)));
    }
    // Hints may quote a mistake, but nothing may quote the solution.
    if (kind === 'open') others.remove(read(path.endsWith('.ts') ? form(text) : text));
  }
}

/** The first secret in a text. Bundles are also searched for compiled code. */
export function findSecretCode(
  { words, asWritten, compiled }: SecretCode,
  text: string,
  isBundle: boolean,
): FoundRun | undefined {
  const tokens = words.read(text);
  if (!isBundle) return asWritten.solutions.find(tokens, 1) ?? asWritten.others.find(tokens, 1);
  const essential = words.essential(tokens);
  return (
    asWritten.solutions.find(tokens, fewestNamesInBundles) ??
    compiled?.solutions.find(essential, fewestNamesInBundles) ??
    compiled?.others.find(essential, fewestNamesInBundles)
  );
}

/** The text between the markers, without the marker's own text, which becomes the TODO. */
function regionsOf(text: string, path: string): readonly string[] {
  return readRegions(text, path).map(({ start, end }) => text.slice(start, end).split('\n').slice(1, -2).join('\n'));
}

const comments = /\/\*[^]*?\*\/|\/\/.*/g;

function withoutComments(code: string): string {
  return code.replace(comments, ' ');
}

/** Signatures of exported functions without types, which the handout and `public.json` show as well. */
function signaturesOf(text: string, path: string): readonly string[] {
  const { statements } = ts.createSourceFile(path, text, ts.ScriptTarget.ESNext, true);
  return statements.filter(ts.isFunctionDeclaration).map(({ name, parameters }) => {
    const names = parameters.map((parameter) => parameter.name.getText()).join(', ');
    return `${name?.text ?? ''}(${names}); (${names}) => { [${names}]; };`;
  });
}

function outsideOf(text: string, path: string): readonly string[] {
  const regions = readRegions(text, path);
  const starts = [0, ...regions.map(({ end }) => end)];
  return starts.map((start, index) => text.slice(start, regions[index]?.start ?? text.length));
}

/**
 * The outermost functions of a file, and `make`: mistakes are defined as either. Names, cases and hints are not secret.
 */
function functionsOf(text: string, path: string): readonly string[] {
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.ESNext, true);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    const isMaker = ts.isPropertyAssignment(node) && node.name.getText(source) === 'make';
    if (isMaker || ts.isFunctionLike(node)) found.push((isMaker ? node.initializer : node).getText(source));
    else ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

// Labels and messages are public; a sentinel prevents runs from spanning them.
function withoutProse(code: string): string {
  const scanner = ts.createScanner(ts.ScriptTarget.ESNext, true, ts.LanguageVariant.Standard, code);
  const parts: string[] = [];
  let copied = 0;
  for (let kind = scanner.scan(); kind !== ts.SyntaxKind.EndOfFileToken; kind = scanner.scan()) {
    const isString = kind === ts.SyntaxKind.StringLiteral || kind === ts.SyntaxKind.NoSubstitutionTemplateLiteral;
    if (!isString || !scanner.getTokenValue().includes(' ')) continue;
    parts.push(code.slice(copied, scanner.getTokenStart()), ' \u00a7 ');
    copied = scanner.getTokenEnd();
  }
  return [...parts, code.slice(copied)].join('');
}

function compile(code: string): string {
  const { outputText } = ts.transpileModule(code, {
    compilerOptions: {
      target: ts.ScriptTarget.ES2022,
      module: ts.ModuleKind.ESNext,
      verbatimModuleSyntax: true,
      removeComments: true,
    },
  });
  return outputText;
}
