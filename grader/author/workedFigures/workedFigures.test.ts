import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { curriculum } from '../../curriculum';
import { fixedCase, tensor } from '../../pipeline/course/spec';
import { tinySpec } from '../validate/testing/tinySpec';
import { fillFigures, findFigureProblems, readWorkedFigures, refuseUncomputable, type WorkedFigures } from '.';

const english = 'assignments/01-tiny/README.md';
const chinese = 'assignments/01-tiny/README.zh-CN.md';
const solution = `/** Doubles. Example: x = [0.75, 2] gives [1.5, 4]. */
export function double(x) {
  // BEGIN SOLUTION: twice x
  return { out: x.mul(2), size: x.size };
  // END SOLUTION
}
`;
const helpers = `export function halved(...numbers: number[]) { return numbers.map((one) => one / 2); }
export const pair = [1.25, 3];`;
const [weigh] = tinySpec().exercises;
if (weigh === undefined) throw new Error('the tiny spec has an exercise');
const spec = {
  ...tinySpec(),
  exercises: [{ ...weigh, name: 'double', arguments: ['x'], cases: [fixedCase('one', { x: tensor([1]) })] }],
};

let root: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'descent-figures-'));
  for (const folder of ['assignments', 'solutions']) await mkdir(join(root, folder, '01-tiny'), { recursive: true });
  await writeFile(join(root, 'solutions/01-tiny/tiny.ts'), solution);
  await writeFile(join(root, 'solutions/01-tiny/figures.ts'), helpers);
});
afterEach(() => rm(root, { recursive: true }));

async function read(handouts: readonly [string, string?], costly = true): Promise<WorkedFigures> {
  for (const [index, text] of handouts.entries())
    if (text !== undefined) await writeFile(join(root, [english, chinese][index] ?? ''), text);
  return readWorkedFigures({ root, engine: root, curriculum }, spec, { costly });
}

async function problems(handout: string, translated?: string): Promise<readonly string[]> {
  const found = findFigureProblems(await read([handout, translated]), ['double']);
  return found.map(({ where, what }) => `${where.split('/').at(-1)}: ${what}`);
}

const example = '<!-- figures: double([0.75, 2]).out = 1.5, 4 -->';
const right = `## A\n\nOf $[0.75, 2]$ it is $[1.5, 4]$.\n\n${example}\n`;

describe('figures of a handout', () => {
  it('should be right if the functions give the same', async () => {
    expect(await problems(right, '## 甲\n\n结果是 $[1.5, 4]$。\n')).toEqual([]);
  });

  it.each([
    ['fields', 'double([1.25]) = { out: [2.5], size: 1 }', '2.5 and 1'],
    ['several at once', 'double([1.25]).out[0], halved(3) = 2.5, 1.5', '2.5 and 1.5'],
    ['lists in lists', '[[1, 2], [3, 4]].map(([a, b]) => halved(a, b)) = [[0.5, 1], [1.5, 2]]', '0.5, 1, 1.5, 2'],
    ['what figures.ts exports', 'double(pair).out = 2.5, 6', '2.5 and 6'],
    ['words and truth', "['wrong', 1 > 2] = 'wrong', false", ''],
  ])('should be compared with %s', async (_, equation, says) => {
    expect(await problems(`${right}\n## B\n\n${says}\n\n<!-- figures\n${equation}\n-->\n`)).toEqual([]);
  });

  it('should be reported when they are wrong, with one sentence for all languages', async () => {
    const wrong = right.replaceAll('1.5', '1.7');
    expect(await problems(wrong, '## 甲\n\n结果是 $[1.7, 4]$。\n')).toEqual([
      'README.md: line 5 says that double([0.75, 2]).out is 1.7, 4, and it is 1.5, 4',
      "tiny.ts: the example in the docstring of double is none that a handout's comment of figures computes",
    ]);
  });

  it('should be reported when no equation computes them, unless they are given with a reason', async () => {
    const more = `${right}\n## B\n\nIt is 0.0148 and 653.\n`;
    expect(await problems(more, `${right}\n## 乙\n\n0.0148，653。\n`)).toEqual([
      'README.md: the section "B" has 0.0148 (line 9), 653 (line 9), which nothing computes',
    ]);
    expect(await problems(`${more}\n<!-- figures: given 0.0148, 653: measured -->\n`, `${right}\n## 乙\n`)).toEqual([]);
    expect(await problems(`${more}\n<!-- figures: given 0.0148 653 -->\n`, `${right}\n## 乙\n`)).toContain(
      'README.md: line 11 of a comment of figures is neither an equation nor given: given 0.0148 653',
    );
  });

  it('should be reported when a section lacks them, or has them in another order', async () => {
    expect(await problems(right, '## 甲\n\n结果是 $[4, 1.5]$。\n')).toEqual([
      'README.zh-CN.md: the section "甲" does not say 1.5, 4, in this order, which double([0.75, 2]).out gives',
    ]);
  });

  it('should be reported when two languages have different sections', async () => {
    expect(await problems(right, `${right}\n## 乙\n`)).toEqual([
      'README.zh-CN.md: it has 2 headings, and not those of README.md',
    ]);
  });

  it('should be reported when nothing can be computed', async () => {
    const broken = right.replace('double(', 'doubel(');
    expect(await problems(broken)).toContain(
      "README.md: line 5 says that doubel([0.75, 2]).out is 1.5, 4, which can't be computed: doubel is not defined",
    );
    const figures = await read([broken]);
    expect(() => refuseUncomputable(figures)).toThrow('doubel is not defined; write it in terms of the functions');
    const shorter = right.replace('= 1.5, 4', '= 1.5');
    expect(await problems(shorter)).toContain(
      "README.md: line 5 says that double([0.75, 2]).out is 1.5, which can't be computed: it gives [1.5,4]",
    );
  });

  it('should be required in fenced blocks and tables too, but not in generated parts', async () => {
    const picture = '<!-- picture a: written by `grader generate` -->\n\n![0.987](a.svg)\n\n<!-- end of picture -->\n';
    expect(await problems(`${right}\n${picture}`)).toEqual([]);
    expect(await problems(`${right}\n\`\`\`\n## 0.987\n\`\`\`\n| 0.123 |\n`)).toEqual([
      'README.md: the section "A" has 0.987 (line 8), 0.123 (line 10), which nothing computes',
    ]);
  });

  it('should count as right when they are slow and not requested', async () => {
    const costly = `${right}\n## B\n\n0.123\n\n<!-- costly figures: halved(4)[0] = 0.123 -->\n`;
    expect(findFigureProblems(await read([costly], false), [])).toEqual([]);
    expect(findFigureProblems(await read([costly], true), [])).toMatchObject([
      { repair: expect.stringContaining('`generate` leaves alone what takes long') as unknown },
    ]);
  });
});

describe('an example in a docstring', () => {
  it('should be an equation of a handout', async () => {
    await writeFile(join(root, 'solutions/01-tiny/tiny.ts'), solution.replace('[1.5, 4]', '[1.5, 5]'));
    expect(await problems(right)).toEqual([
      "tiny.ts: the example in the docstring of double is none that a handout's comment of figures computes",
    ]);
  });

  it('should have no additional figures', async () => {
    await writeFile(join(root, 'solutions/01-tiny/tiny.ts'), solution.replace('. */', ', not 1.234. */'));
    expect(await problems(right)).toEqual([
      'tiny.ts: the docstring of double has 1.234 (line 1), which nothing computes',
    ]);
  });
});

describe('fillFigures', () => {
  it('should correct a figure everywhere, with the same number of digits', async () => {
    const handout = right.replaceAll('1.5, 4', '0.00, 0').replace('## A', '## A, 0.5');
    await writeFile(join(root, 'solutions/01-tiny/tiny.ts'), solution.replace('[1.5, 4]', '[0.00, 0]'));
    const filled = fillFigures(await read([handout, '## 甲\n\n结果是 $[0.00, 0]$。\n']));
    expect(Object.fromEntries(filled)).toEqual({
      [english]: right.replaceAll('1.5, 4', '1.50, 4').replace('## A', '## A, 0.5'),
      [chinese]: '## 甲\n\n结果是 $[1.50, 4]$。\n',
      'solutions/01-tiny/tiny.ts': solution.replace('[1.5, 4]', '[1.50, 4]'),
    });
  });

  it('should correct repetitions of a figure, unless another equation gives it too', async () => {
    const of = (a: string, b: string): string =>
      `## A\n\nIt is ${a}, again ${a}.\n\n<!-- figures: halved(2.468)[0] = ${a} -->\n\n## B\n\n` +
      `${a} here, ${b} there.\n\n<!-- figures\nhalved(2.468)[0] = ${a}\nhalved(6.282)[0] = ${b}\n-->\n`;
    const filled = fillFigures(await read([of('3.141', '3.141')]));
    expect(filled.get(english)).toBe(of('1.234', '3.141'));
  });

  it('should not change correct figures', async () => {
    expect(fillFigures(await read([right]))).toEqual(new Map());
    expect(await readFile(join(root, english), 'utf8')).toBe(right);
  });
});
