import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

const isTest = /\.(test|e2e|fairness|security|browser)\.ts$/;
const files = readdirSync(__dirname, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && /\.[jt]s$/.test(entry.name) && !isTest.test(entry.name))
  .map((entry) => join(entry.parentPath, entry.name));
const known = new Set(files);

/** The files that a file imports or exports from, types too. */
function importsOf(file: string): readonly string[] {
  const text = readFileSync(file, 'utf8');
  const named = [
    ...text.matchAll(/^(?:import|export|\}) .*?from '(\.[^']*)'|= require\('(\.[^']*)'\)|^import '(\.[^']*)'/gm),
  ];
  return named.flatMap(([, one, other, bare]) => {
    const at = join(dirname(file), one ?? other ?? bare ?? '');
    return [at, `${at}.ts`, `${at}.js`, join(at, 'index.ts')].filter((path) => known.has(path)).slice(0, 1);
  });
}

/** A way along imports that comes back to where it began, if there is one. */
function circleIn(graph: ReadonlyMap<string, readonly string[]>): readonly string[] | undefined {
  const done = new Set<string>();
  const visit = (file: string, path: readonly string[]): readonly string[] | undefined => {
    if (path.includes(file)) return [...path.slice(path.indexOf(file)), file];
    if (done.has(file)) return undefined;
    for (const next of graph.get(file) ?? []) {
      const circle = visit(next, [...path, file]);
      if (circle !== undefined) return circle;
    }
    done.add(file);
    return undefined;
  };
  for (const file of graph.keys()) {
    const circle = visit(file, []);
    if (circle !== undefined) return circle.map((one) => relative(__dirname, one));
  }
  return undefined;
}

describe('the house', () => {
  const graph = new Map(files.map((file) => [file, importsOf(file)]));

  it('should have no imports in a circle', () => {
    // What reads no imports finds no circle either.
    expect([...graph.values()].flat().length).toBeGreaterThan(2 * files.length);
    expect(
      circleIn(
        new Map([
          ['a', ['b']],
          ['b', ['c', 'a']],
        ]),
      ),
    ).toHaveLength(3);
    expect(circleIn(graph)).toBeUndefined();
  });

  it('should have twelve rooms at most, each on the map', () => {
    const rooms = readdirSync(__dirname, { withFileTypes: true }).filter((entry) => entry.isDirectory());
    const map = readFileSync(join(__dirname, 'README.md'), 'utf8');
    expect(rooms.length).toBeLessThanOrEqual(12);
    expect(rooms.map(({ name }) => name).filter((name) => !map.includes(`(${name}`))).toEqual([]);
  });

  it('should name a kind of check in its own file and in the list alone', () => {
    const kinds = join(__dirname, 'pipeline', 'checks', 'kinds');
    const texts = files.map((file) => [relative(kinds, file), readFileSync(file, 'utf8')] as const);
    const defined = texts.flatMap(([file, text]) =>
      [...text.matchAll(/const (\w+): .* = defineCheck/g)].map(([, kind = '']) => ({ file, kind })),
    );
    expect(defined.length).toBeGreaterThan(5);
    for (const { file, kind } of defined) {
      const naming = texts.filter(([, text]) => new RegExp(`\\b${kind}\\b`).test(text)).map(([one]) => one);
      expect(naming.toSorted()).toEqual([file, 'list.ts'].toSorted());
    }
  });
});
