import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const assignments = resolve(__dirname, '../../assignments');
const handouts = readdirSync(assignments)
  .filter((name) => /^\d\d-/.test(name))
  .flatMap((id) => ['README.md', 'README.zh-CN.md'].map((name) => [`${id}/${name}`]));

/** Lines outside fenced blocks and displayed formulas, each with its number. */
function proseOf(text: string): readonly (readonly [number: number, line: string])[] {
  let fence = false;
  let display = false;
  return text.split('\n').flatMap((line, index) => {
    if (line.startsWith('```')) fence = !fence;
    const isEdge = line.trim() === '$$';
    if (isEdge) display = !display;
    return fence || display || isEdge ? [] : [[index + 1, line] as const];
  });
}

/** GitHub shows a formula as text if it spans lines, and reads `\\` in an inline formula as an escaped backslash. */
describe.each(handouts)('the formulas of %s', (path) => {
  const prose = proseOf(readFileSync(join(assignments, path), 'utf8').replace(/`[^`\n]*`/g, ''));

  it('should each end on the line on which they start', () => {
    expect(prose.filter(([, line]) => (line.match(/\$/g)?.length ?? 0) % 2 === 1)).toEqual([]);
  });

  it('should only have line breaks in separate blocks', () => {
    expect(prose.filter(([, line]) => /\$.*\\\\.*\$/.test(line))).toEqual([]);
  });
});
