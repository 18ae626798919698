import { textsFor } from '../../../pipeline/report/texts';
import { pageTexts } from '../texts';
import { adamPath, gradientMap } from '../testing/madePictures';
import { figure } from './figure';

const english = { page: pageTexts('en'), grader: textsFor('en') };
const chinese = { page: pageTexts('zh'), grader: textsFor('zh') };

describe('figure of a heat map', () => {
  const { text } = figure(gradientMap, english, 'p');

  it('should state its numbers in a sentence', () => {
    expect(text).toContain(
      'Public case 2: 3 of 6 elements of dW are wrong. The largest error is at [1, 0]: expected 2, got 4. ' +
        'All wrong elements lie in row 1; the others are right.',
    );
  });

  it('should report errors by a sign and a number, not by colour alone', () => {
    // Row 0 is right; row 1 is off by +2, −1.5 and +0.75.
    expect(text.match(/>(=|[+−][\d.]+)<\/text>/g)).toEqual([...Array<string>(3).fill('>=</text>'), '>+2</text>', '>−1.5</text>', '>+0.75</text>']); // prettier-ignore
    // 2 and 1.5 of at most 2: more than ¾, and not; 0.75 of 2 is less than 0.4.
    expect(text.match(/<g class="[^"]+"/g)?.slice(3)).toEqual([
      '<g class="more-4"',
      '<g class="less-3"',
      '<g class="more-2"',
    ]);
  });

  it('should list all numbers of a small matrix in a table', () => {
    expect(text).toContain('<th scope="row">[1, 2]<td class="n">0.75<td class="n">1.50<td class="n">0.75');
  });

  it('should show non-finite values', () => {
    const broken = {
      ...gradientMap,
      got: ['NaN' as const, 'Infinity' as const, ...gradientMap.got.slice(2)],
      pattern: null,
    };
    expect(figure(broken, english, 'p').text).toMatch(/>NaN<\/text>.*>∞<\/text>/s);
  });

  it.each([
    [{ id: 'factor', value: 2 }, 'Every element is 2 times the expected one.', '每个元素都是应有值的 2 倍。'],
    [{ id: 'factor', value: -1 }, 'with the opposite sign', '符号相反'],
    [{ id: 'offset', value: 0.5 }, 'the expected one plus 0.5', '多 0.5'],
    [{ id: 'offset', value: -0.5 }, 'the expected one less 0.5', '少 0.5'],
    [{ id: 'transposed' }, 'rows and columns swapped', '行和列交换'],
    [{ id: 'columns', indices: [0, 2] }, 'columns 0 and 2', '第 0 和 2 列'],
  ] as const)('should describe the pattern %j', (pattern, en, zh) => {
    const map = {
      ...gradientMap,
      pattern: 'indices' in pattern ? { ...pattern, indices: [...pattern.indices] } : pattern,
    };
    expect(figure(map, english, 'p').text).toContain(en);
    expect(figure(map, chinese, 'p').text).toContain(zh);
  });
});

describe('figure of a path', () => {
  it('should state where the paths part, where they end, and the heights', () => {
    // ½·(1·3.6² + 20·0.6²) = 10.08 after step 1; the start is ½·(16 + 20) = 18 high.
    // Reference after 3 steps: ½·(2.8096² + 20·0.11973²) = 4.09; theirs ½·(0.7² + 20·1.6²) = 25.8.
    const { text } = figure(adamPath, english, 'p');
    expect(text).toContain('Public case 5, where eight steps go down a narrow valley: The paths part at step 1');
    expect(text).toContain('the reference goes to (2.6, 1.1), yours to (1.74, 0.235)');
    expect(text).toContain('From a height of 18, the reference has come to 4.09, yours to 25.8.');
    expect(text).toContain('0.5·(w₁ + 1)² + 10·(w₂ − 0.5)²');
  });

  it('should draw level sets at their height', () => {
    const { text } = figure(adamPath, english, 'p');
    const [, contours = ''] = /<g class="contours">(.*?)<\/g>/s.exec(text) ?? [];
    const innermost = contours.split('<path').at(-1) ?? '';
    const inside = [...innermost.matchAll(/([\d.]+),([\d.]+)/g)]
      .map(([, x, y]) => [Number(x), Number(y)] as const)
      .filter(([x, y]) => x > 50 && y < 280);
    expect(inside.length).toBeGreaterThan(30);
    // 3 % of the 18 that the start is high.
    const weights = placesOf(text);
    for (const [w1, w2] of inside.map(weights)) expect(((w1 + 1) ** 2 + 20 * (w2 - 0.5) ** 2) / 2).toBeCloseTo(0.54, 1);
  });

  it('should report, not draw, points that are outside the picture or not finite', () => {
    const lost = {
      ...adamPath,
      got: [
        [1e9, 2],
        ['NaN', 'NaN'],
        ['NaN', 'NaN'],
      ] as (typeof adamPath)['got'],
    };
    const { text } = figure(lost, english, 'p');
    expect(text).toContain('Your path leaves the picture.');
    expect(text).not.toMatch(/(x|y|cx|d|transform)="[^"]*(NaN|Infinity|e\+)/);
  });

  it('should report when only the carried state differs', () => {
    const same = { ...adamPath, got: adamPath.expected, partsAt: null };
    expect(figure(same, english, 'p').text).toContain('the state that is carried from step to step differs');
    expect(figure(same, chinese, 'p').text).toContain('两条路径相同');
  });
});

/** Maps pixels to weights, from the first and the last dot of the reference's path. */
function placesOf(text: string): (pixels: readonly [number, number]) => readonly [number, number] {
  const [, dots = ''] = /<g class="dots series-1 hollow">(.*?)<\/g>/s.exec(text) ?? [];
  const places = [...dots.matchAll(/translate\(([\d.]+) ([\d.]+)\)/g)].map(
    ([, x, y]) => [Number(x), Number(y)] as const,
  );
  const [first = [NaN, NaN], last = [NaN, NaN]] = [places[0], places.at(-1)];
  const across = (2.6 - 1.8096) / (first[0] - last[0]);
  const up = (1.1 - 0.38027) / (first[1] - last[1]);
  return ([x, y]) => [2.6 + (x - first[0]) * across, 1.1 + (y - first[1]) * up];
}
