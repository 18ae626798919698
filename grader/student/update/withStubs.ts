/** A student's file plus the missing functions of a newer skeleton, as todos. */
export interface WithStubs {
  readonly text: string;
  /** Names of the added functions. */
  readonly added: readonly string[];
  /** Functions that the file has under a former name, which is graded as well. */
  readonly renamed: readonly Renamed[];
}

export interface Renamed {
  readonly from: string;
  readonly to: string;
}

const exported = /(?:\/\*\*(?:(?!\*\/)[^])*\*\/\n)?export function (\w+)\([^]*?\n\}\n/g;
const imported = /^import (?:type )?(?:\* as (\w+)|\{([^}]*)\}) from '[^']+';\n/gm;

/**
 * Appends missing functions at the end, as in the skeleton, and their imports below the file's imports. Existing code
 * is not changed.
 *
 * @param skeleton - as `grader generate` writes it: exported functions at the left edge, one blank line between
 * @param formerNames - names of each function in earlier releases
 */
export function withStubs(
  own: string,
  skeleton: string,
  formerNames: Readonly<Record<string, readonly string[]>> = {},
): WithStubs {
  const absent = [...skeleton.matchAll(exported)].filter(([, name = '']) => !declares(own, name));
  const renamed = absent.flatMap(([, to = '']): readonly Renamed[] => {
    const from = (formerNames[to] ?? []).find((name) => declares(own, name));
    return from === undefined ? [] : [{ from, to }];
  });
  const missing = absent.filter(([, name]) => !renamed.some(({ to }) => to === name));
  if (missing.length === 0) return { text: own, added: [], renamed };
  const stubs = missing.map(([text]) => text).join('\n');
  const imports = [...skeleton.matchAll(imported)].flatMap(([line, namespace, list = '']) => {
    const names = namespace === undefined ? list.split(',').map((name) => name.trim()) : [namespace];
    const needed = names.filter((name) => name !== '' && hasWord(stubs, name) && !hasWord(own, name));
    if (needed.length === 0) return [];
    return [namespace === undefined ? line.replace(list, ` ${needed.join(', ')} `) : line];
  });
  const end = endOfImports(own);
  const head = own.slice(0, end) + imports.join('');
  return {
    text: `${head}${own.slice(end).trimEnd()}\n\n${stubs}`,
    added: missing.map(([, name = '']) => name),
    renamed,
  };
}

function declares(text: string, name: string): boolean {
  return new RegExp(
    `\\b(?:function\\*?|const|let|var|class)\\s+${name}\\b|\\bas\\s+${name}\\b|\\bexport\\s*\\{[^}]*\\b${name}\\b`,
  ).test(text);
}

function hasWord(text: string, name: string): boolean {
  return new RegExp(`(?<![\\w$])${name}(?![\\w$])`).test(text);
}

/** Index after the last top-level import; 0 if there is none. */
function endOfImports(text: string): number {
  const last = [...text.matchAll(/^import\b[^;'"]*['"][^'"]*['"];?[^\S\n]*\n/gm)].at(-1);
  return last === undefined ? 0 : last.index + last[0].length;
}
