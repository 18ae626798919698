import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { isOfAbsent } from '../testbed/course/ofCourse';
import { deadLinks } from './testing/deadLinks';

const root = resolve(__dirname, '../..');
/** Files that only exist in a release, and that a page about releases names. */
const built = ['grader/bundling/cli.js', 'grader/student/jest/publicChecks.js'];

describe('the Markdown files of this checkout', () => {
  it('should link to existing files, headings and paths', () => {
    const paths = filesIn(root);
    // Templates have links relative to their target; the test of the release covers them.
    const handwritten = paths.filter((path) => path.endsWith('.md') && !path.includes('/release/template/'));
    const texts = new Map(handwritten.map((path) => [path, readFileSync(join(root, path), 'utf8')]));

    expect(handwritten).toEqual(expect.arrayContaining(['README.md', 'assignments/README.zh-CN.md']));
    const dead = deadLinks(texts, [...paths, ...built]);
    expect(dead.filter((one) => !isOfAbsent(one))).toEqual([]);
  });
});

describe('deadLinks', () => {
  const find = (text: string): readonly string[] =>
    deadLinks(
      new Map([
        ['a/README.md', text],
        ['b.md', '# One `two`, three!\n\n## Again\n\n## Again\n\n```\n# A comment\n```\n\n## 距离 L1\n'],
      ]),
      ['a/README.md', 'b.md', 'data/digits/index.ts', 'grader/run.js'],
    );

  it('should accept links to a file, a folder, a heading or outside of the repository', () => {
    const links = [
      '../b.md',
      '../data/digits/',
      '../b.md#one-two-three',
      '../b.md#again-1',
      '../b.md#距离-l1',
      '#here',
    ];
    expect(find(`# Here\n${links.map((link) => `[x](${link})`).join(' ')}\n[y](https://x.org/z.md#w)\n`)).toEqual([]);
  });

  it.each([
    ['a file that is not there', 'See [it](c.md).', 'c.md is missing'],
    ['a picture', '![a [b] c](pictures/c.svg)', 'pictures/c.svg is missing'],
    ['HTML', '<img src="c.png">', 'c.png is missing'],
    ['a reference', '[it]: ../c.md', '../c.md is missing'],
    ['a heading', '[it](../b.md#two)', '../b.md#two is no heading'],
    ['a comment in code', '[it](../b.md#a-comment)', '../b.md#a-comment is no heading'],
    ['a heading of its own', '[it](#nowhere)', '#nowhere is no heading'],
    ['a path in a block of code', '```ts\nimport "../grader/precision";\n```', '../grader/precision is missing'],
    ['a path in a command', 'Run `node grader/bench.js`.', 'grader/bench.js is missing'],
  ])('should find %s', (_, text, dead) => {
    expect(find(text)).toEqual([`a/README.md: ${dead}`]);
  });

  it('should look up paths from the root and relative to the file, with or without extension', () => {
    expect(
      find(
        '`data/digits`, `../data/digits/index`, `assignments/ID/c.ts`, `node grader/run.js`, <!-- grader/none.ts -->',
      ),
    ).toEqual([]);
  });
});

/** Without installed, built or hidden files. */
function filesIn(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry): readonly string[] => {
    const path = join(folder, entry.name);
    if (entry.name.startsWith('.') || entry.name === 'node_modules') return [];
    return entry.isDirectory() ? filesIn(path) : [relative(root, path).replaceAll(sep, '/')];
  });
}
