import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(__dirname, '..');

/**
 * What is written another way here, and how: the same word for the same thing in messages, help, comments and names.
 */
const glossary: readonly (readonly [RegExp, instead: string])[] = [
  [/\bmend(?:s|ed|ing)?\b/i, 'fix, repair'],
  [/\banew\b/i, 'again'],
  [/\bnobody\b/i, 'no one, none'],
  [/\bmost[A-Z]\w*/, 'max…'],
  [/\bnot to be had\b|\bto be had here\b/i, 'is not available'],
  [/\bc[oa]mes? to grief\b/i, 'fail'],
  [/\bstrangers?(?:'s)?\b/i, 'untrusted, another user'],
  [/\bfindDone\b/, 'findCompletedResults'],
];

/** Texts in other languages, what platforms and tests wrote down as they are, and this list. */
const leftOut = /\/golden\/|\/zh\/|\bzh\.ts$|\.zh[.-]|voice\.test\.ts$|corpus\.yaml$/;

function files(folder: string): readonly string[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(?:ts|js|md|sh|yaml|template)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !leftOut.test(path));
}

const pages = ['README.md', 'ARCHITECTURE.md', 'SECURITY.md', 'CONTRIBUTING.md', 'CHANGELOG.md'].map((name) =>
  join(root, name),
);

describe('the voice', () => {
  it.each(glossary)('should not write %s', (word, instead) => {
    const found = [...pages, ...['grader', 'solutions', 'assignments', 'data'].flatMap(files)].flatMap((path) =>
      readFileSync(path, 'utf8')
        .split('\n')
        .flatMap((line, index) =>
          word.test(line) ? [`${path.slice(root.length + 1)}:${index + 1} (write ${instead})`] : [],
        ),
    );
    expect(found).toEqual([]);
  });
});
