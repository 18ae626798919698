import { dirname, join } from 'node:path/posix';

/** Extensions that code omits: `../data/digits` is a folder with an index, `digits/get` a program. */
const endings = ['', '.ts', '.js'];
/** Code can be meant for any folder, so ignore leading `../`. */
const path = /(?<![\w/.-])(?:\.{1,2}\/)*((?:assignments|data|examples|grader|solutions)\/[\w./-]*\w)/g;
const isPlaceholder = /\b(?:ID|FILE)\b/;

/**
 * Finds dead links in Markdown files: to missing files or headings, and paths of the repository that don't exist.
 *
 * @param texts - the Markdown files, by path
 * @param paths - of all existing files
 * @returns such as `README.md: data/nothing.md is missing`
 */
export function deadLinks(texts: ReadonlyMap<string, string>, paths: Iterable<string>): readonly string[] {
  const there = withFolders(paths);
  return [...texts].flatMap(([file, text]) => {
    const folder = dirname(file);
    const links = linksOf(text).flatMap((link) => {
      const [target = '', heading] = decodeURI(link).split('#', 2);
      const found = target === '' ? file : join(folder, target).replace(/\/$/, '');
      if (!there.has(found)) return [`${file}: ${link} is missing`];
      const headings = heading === undefined ? undefined : texts.get(found);
      return headings === undefined || anchorsOf(headings).has(heading ?? '') ? [] : [`${file}: ${link} is no heading`];
    });
    const named = [...withoutComments(text).matchAll(path)].flatMap(([name, fromRoot = '']) => {
      const known =
        isPlaceholder.test(name) ||
        [fromRoot, join(folder, name)].some((one) => endings.some((ending) => there.has(one + ending)));
      return known ? [] : [`${file}: ${name} is missing`];
    });
    return [...new Set([...links, ...named])];
  });
}

function withFolders(paths: Iterable<string>): ReadonlySet<string> {
  const all = new Set(['.', ...paths]);
  for (const one of [...all])
    for (let folder = dirname(one); !all.has(folder); folder = dirname(folder)) all.add(folder);
  return all;
}

const withoutComments = (text: string): string => text.replace(/<!--[^]*?-->/g, '');
const withoutBlocks = (text: string): string => withoutComments(text).replace(/^( *)```[^]*?^\1```/gm, '');

/** Targets of links and pictures in Markdown and HTML, inside the repository. */
function linksOf(text: string): readonly string[] {
  const prose = withoutBlocks(text).replace(/`[^`\n]*`/g, '');
  return [...prose.matchAll(/\]\(([^)\s]+)\)|^\[[^\]]+\]: (\S+)|(?:src|href)="([^"]+)"/gm)]
    .map(([, inline, reference, html]) => inline ?? reference ?? html ?? '')
    .filter((link) => !/^[a-z]+:/i.test(link));
}

/** Anchors of headings: lower case, hyphens for spaces, no punctuation, a number for repeated ones. */
function anchorsOf(text: string): ReadonlySet<string> {
  const anchors = new Set<string>();
  for (const [, heading = ''] of withoutBlocks(text).matchAll(/^#{1,6} (.+)$/gm)) {
    const shown = heading.replace(/\]\([^)]*\)/g, '').trim();
    const name = shown
      .toLowerCase()
      .replace(/[^\p{L}\p{M}\p{N}\p{Pc} -]/gu, '')
      .replaceAll(' ', '-');
    let anchor = name;
    for (let again = 1; anchors.has(anchor); again++) anchor = `${name}-${again}`;
    anchors.add(anchor);
  }
  return anchors;
}
