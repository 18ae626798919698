import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { curriculum } from '../curriculum';
import { label } from '../pipeline/report/texts/zh/labels';
import { topic } from '../pipeline/report/texts/zh/topics';
import type { HintCatalogue } from '../pipeline/course/spec';
import { readPublicFile } from '../pipeline/course/publicFile';
import type { Assignment } from '../pipeline/types';
import { figuresOf } from './testing/figuresOf';

const root = join(__dirname, '../..');
const assignments = join(root, 'assignments');
const solutions = join(root, 'solutions');
const has = (...path: readonly string[]): boolean => existsSync(join(...path));
/** Assignments that are written as far as to have public checks. */
const ids = readdirSync(assignments).filter((id) => has(assignments, id, 'public.json'));

const hintsIn = (id: string, language: 'en' | 'zh'): HintCatalogue =>
  (jest.requireActual(join(solutions, id, `hints.${language}.ts`)) as { readonly hints: HintCatalogue }).hints;
const publicFile = (id: string): Assignment => readPublicFile(readFileSync(join(assignments, id, 'public.json'), 'utf8'), id, curriculum);
const keysOf = (catalogue: HintCatalogue): readonly string[] =>
  Object.entries(catalogue).flatMap(([exercise, ofExercise]) => Object.keys(ofExercise).map((mistake) => `${exercise}/${mistake}`));

const withHints = ids.filter((id) => has(solutions, id, 'hints.zh.ts'));

describe.each(withHints)('the Chinese hints of %s', (id) => {
  const [english, chinese] = [hintsIn(id, 'en'), hintsIn(id, 'zh')];

  it('should be of the same mistakes as the English ones', () => {
    expect(keysOf(chinese).toSorted()).toEqual(keysOf(english).toSorted());
  });

  it('should be three each, in Chinese, and say different things', () => {
    const texts = Object.values(chinese).flatMap((ofExercise) => Object.values(ofExercise));
    const whole = ([...hints]: readonly string[]): boolean =>
      new Set(hints.map((hint) => hint.trim())).size === 3 && /\p{Script=Han}/u.test(hints.join(''));
    expect(texts.filter((hints) => !whole(hints))).toEqual([]);
  });

  it('should quote the same figures', () => {
    const differing = Object.entries(english).flatMap(([exercise, mistakes]) =>
      Object.entries(mistakes).flatMap(([mistake, hints]) => {
        const translated = chinese[exercise]?.[mistake] ?? [];
        return figuresOf(hints.join('\n')).join() === figuresOf(translated.join('\n')).join() ? [] : [`${exercise}/${mistake}`];
      }),
    );
    expect(differing).toEqual([]);
  });
});

describe.each(withHints)('the public file of %s', (id) => {
  const { exercises } = publicFile(id);

  it('should hold the Chinese hints of every mistake', () => {
    const mistakes = exercises.flatMap((exercise) => exercise.mistakes);
    expect(mistakes.filter(({ translations }) => translations === undefined).map(({ id: mistake }) => mistake)).toEqual([]);
  });

  it('should say what is special about its cases in words that the Chinese catalogue knows', () => {
    const labels = new Set(exercises.flatMap(({ cases }) => cases.flatMap((one) => one.label ?? [])));
    // Formulas such as C = D are the same in both languages.
    const isFormula = (text: string): boolean => /^[^ ]+( = .+)+$/.test(text) && !text.includes(',');
    expect([...labels].filter((english) => !isFormula(english) && !/\p{Script=Han}/u.test(label(english)))).toEqual([]);
  });

  it('should name its checks on chosen cases in words that the Chinese catalogue knows', () => {
    const own = exercises
      .flatMap(({ checks }) => checks)
      .filter((check) => check.kind === 'reference' && !check.id.endsWith(`.${check.field ?? 'result'}`));
    expect(own.map((check) => check.id.slice(check.id.indexOf('.') + 1)).filter((id) => topic(id) === id)).toEqual([]);
  });
});

// A translation may be missing; one that is begun must be whole.
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

  it('should give the same figures', () => {
    expect(figuresOf(chinese)).toEqual(figuresOf(english));
  });

  it('should link to the English one, and the other way round', () => {
    const top = (text: string): string => text.split('\n').slice(0, 3).join('\n');
    expect(top(english)).toContain('[中文](README.zh-CN.md)');
    expect(top(chinese)).toContain('[English](README.md)');
  });
});

it('should know which numbers are figures', () => {
  expect(figuresOf('12 of 0.0113 and 6.118e-7, $10{,}000$ or 10,000, −2.50, 0.5 and [1,2,3] in int32')).toEqual([
    '0.0113',
    '10000',
    '2.50',
    '6.118e-7',
  ]);
});

describe('the Chinese list of assignments', () => {
  const rows = (name: string): readonly string[] => readFileSync(join(assignments, name), 'utf8').match(/^\| \[\d\d-.*$/gm) ?? [];
  const facts = (row: string): readonly string[] => [/\[(.*?)\]/.exec(row)?.[1] ?? '', ...(row.match(/`\w+`| \d+/g) ?? [])];

  it('should name the same assignments, functions and points', () => {
    expect(rows('README.zh-CN.md').map(facts)).toEqual(rows('README.md').map(facts));
    expect(rows('README.md').length).toBeGreaterThan(0);
  });

  it('should lead to the Chinese handouts', () => {
    const missing = withHandout.filter((id) => !rows('README.zh-CN.md').some((row) => row.includes(`(${id}/README.zh-CN.md)`)));
    expect(missing).toEqual([]);
  });
});
