/** A student's file with the functions of a newer skeleton that it does not have yet, still to do. */
export interface WithStubs {
  readonly text: string;
  /** Names of the functions that were added. */
  readonly added: readonly string[];
}

const exported = /(?:\/\*\*(?:(?!\*\/)[^])*\*\/\n)?export function (\w+)\([^]*?\n\}\n/g;
const imported = /^import (?:type )?(?:\* as (\w+)|\{([^}]*)\}) from '[^']+';\n/gm;

/**
 * Appends what is missing at the end, as the skeleton has it, and below the file's imports those that it needs. What is
 * there is not touched.
 *
 * @param skeleton - as `grader generate` writes it: exported functions at the left edge, one blank line between
 */
export function withStubs(own: string, skeleton: string): WithStubs {
  const missing = [...skeleton.matchAll(exported)].filter(([, name = '']) => !declares(own, name));
  if (missing.length === 0) return { text: own, added: [] };
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

/** After the last of the imports that stand at the left edge; 0 where there is none. */
function endOfImports(text: string): number {
  const last = [...text.matchAll(/^import\b[^;'"]*['"][^'"]*['"];?[^\S\n]*\n/gm)].at(-1);
  return last === undefined ? 0 : last.index + last[0].length;
}
