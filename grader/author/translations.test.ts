import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { curriculum } from '../curriculum';
import { textsFor } from '../pipeline/report';
import { loadSpec } from '../pipeline/course/loadSpec';
import type { AssignmentSpec } from '../pipeline/course/spec';
import { readPublicFile } from '../pipeline/course/publicFile';
import type { Assignment } from '../pipeline/types';
import { proveHints } from './validate/hintClaims';
import { figuresOf } from './testing/figuresOf';

const root = join(__dirname, '../..');
const assignments = join(root, 'assignments');
const solutions = join(root, 'solutions');
const has = (...path: readonly string[]): boolean => existsSync(join(...path));
/** Assignments that have public checks. */
const ids = readdirSync(assignments).filter((id) => has(assignments, id, 'public.json'));

const publicFile = (id: string): Assignment =>
  readPublicFile(readFileSync(join(assignments, id, 'public.json'), 'utf8'), id, curriculum);
const withHints = ids.filter((id) => has(solutions, id, 'hints.zh.yaml'));
const hasChinese = (text: string): boolean => /\p{Script=Han}/u.test(text);

describe.each(ids)('the hints of %s', (id) => {
  it('should exist for exactly the known mistakes, in every language', async () => {
    const { spec } = await loadSpec({ root, engine: root, curriculum }, id);
    expect(proveHints(spec, false)).toEqual([]);
  });
});

describe.each(withHints)('the Chinese words of %s', (id) => {
  let spec: AssignmentSpec;
  beforeAll(async () => {
    ({ spec } = await loadSpec({ root, engine: root, curriculum }, id));
  });

  it('should be Chinese, and contain the same figures', () => {
    const { hints, translations } = spec;
    const differing = Object.entries(hints).flatMap(([exercise, mistakes]) =>
      Object.entries(mistakes).flatMap(([mistake, english]) => {
        const chinese = translations?.zh[exercise]?.[mistake]?.join('\n') ?? '';
        return hasChinese(chinese) && figuresOf(english.join('\n')).join() === figuresOf(chinese).join()
          ? []
          : [`${exercise}/${mistake}`];
      }),
    );
    expect(differing).toEqual([]);
  });

  it('should label exactly the existing cases', () => {
    const labels = new Set(spec.exercises.flatMap(({ cases }) => cases.flatMap((one) => one.label ?? [])));
    const known = spec.labels?.zh.cases ?? {};
    const chinese = (label: string): string =>
      textsFor('zh').label({ label, translations: label in known ? { zh: known[label] ?? '' } : undefined });
    // Formulas such as C = D are the same in both languages.
    const isFormula = (text: string): boolean => /^[^ ]+( = .+)+$/.test(text) && !text.includes(',');
    expect([...labels].filter((label) => !isFormula(label) && !hasChinese(chinese(label)))).toEqual([]);
    expect(Object.keys(known).filter((label) => !labels.has(label))).toEqual([]);
  });

  it('should label exactly the checks on chosen cases', () => {
    const checks = publicFile(id).exercises.flatMap((exercise) => exercise.checks);
    const ownIds = checks.flatMap((check) => {
      const own = check.id.slice(check.id.indexOf('.') + 1);
      return check.kind === 'reference' && own !== (check.field ?? 'result') ? [own] : [];
    });
    const own = new Set(ownIds);
    expect(Object.keys(spec.labels?.zh.checks ?? {}).toSorted()).toEqual([...own].toSorted());
  });

  it('should be in the public file', () => {
    const { exercises } = publicFile(id);
    const mistakes = exercises.flatMap((exercise) => exercise.mistakes);
    expect(mistakes.filter(({ translations }) => translations === undefined).map(({ id: mistake }) => mistake)).toEqual(
      [],
    );
    const known = spec.labels?.zh.cases ?? {};
    const labelled = exercises
      .flatMap(({ cases }) => cases)
      .filter(({ label }) => label !== undefined && label in known);
    expect(labelled.filter(({ label, translations }) => translations?.zh !== known[label ?? ''])).toEqual([]);
  });
});

// A translation may be missing, but not incomplete.
const withHandout = ids.filter((id) => has(assignments, id, 'README.zh-CN.md'));

describe.each(withHandout)('the Chinese handout of %s', (id) => {
  const read = (name: string): string => readFileSync(join(assignments, id, name), 'utf8');
  const [english, chinese] = [read('README.md'), read('README.zh-CN.md')];

  it('should name the same functions', () => {
    const names = publicFile(id).exercises.map(({ name }) => name);
    const named = (text: string): readonly string[] => names.filter((name) => new RegExp(`\\b${name}\\b`).test(text));
    expect(named(chinese)).toEqual(names);
    expect(named(english)).toEqual(names);
  });

  it('should contain the same figures', () => {
    expect(figuresOf(chinese)).toEqual(figuresOf(english));
  });

  it('should link to the English one, and vice versa', () => {
    const top = (text: string): string => text.split('\n').slice(0, 3).join('\n');
    expect(top(english)).toContain('[中文](README.zh-CN.md)');
    expect(top(chinese)).toContain('[English](README.md)');
  });
});

it('should detect which numbers are figures', () => {
  expect(figuresOf('12 of 0.0113 and 6.118e-7, $10{,}000$ or 10,000, −2.50, 0.5 and [1,2,3] in int32')).toEqual([
    '0.0113',
    '10000',
    '2.50',
    '6.118e-7',
  ]);
});

describe('the Chinese list of assignments', () => {
  const rows = (name: string): readonly string[] =>
    readFileSync(join(assignments, name), 'utf8').match(/^\| \[\d\d-.*$/gm) ?? [];
  const facts = (row: string): readonly string[] => [
    /\[(.*?)\]/.exec(row)?.[1] ?? '',
    ...(row.match(/`\w+`| \d+/g) ?? []),
  ];

  it('should name the same assignments, functions and points', () => {
    expect(rows('README.zh-CN.md').map(facts)).toEqual(rows('README.md').map(facts));
    expect(rows('README.md').length).toBeGreaterThan(0);
  });

  it('should link to the Chinese handouts', () => {
    const missing = withHandout.filter(
      (id) => !rows('README.zh-CN.md').some((row) => row.includes(`(${id}/README.zh-CN.md)`)),
    );
    expect(missing).toEqual([]);
  });
});
