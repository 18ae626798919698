import { textsFor } from '../../../pipeline/report/texts';
import { pageTexts } from '../texts';
import { adamPath, gradientMap } from '../testing/madePictures';
import { figure } from './figure';

const english = { page: pageTexts('en'), grader: textsFor('en') };
const chinese = { page: pageTexts('zh'), grader: textsFor('zh') };

describe('figure of a heat map', () => {
  const { text } = figure(gradientMap, english, 'p');

  it('should say its numbers in a sentence', () => {
    expect(text).toContain(
      'Public case 2: 3 of 6 elements of dW are wrong. Farthest off is [1, 0]: expected 2, got 4. ' +
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

  it('should list all numbers of a small one in a table', () => {
    expect(text).toContain('<th scope="row">[1, 2]<td class="n">0.75<td class="n">1.50<td class="n">0.75');
  });

  it('should name what is not finite', () => {
    const broken = {
      ...gradientMap,
      got: ['NaN' as const, 'Infinity' as const, ...gradientMap.got.slice(2)],
      pattern: null,
    };
    expect(figure(broken, english, 'p').text).toMatch(/>NaN<\/text>.*>∞<\/text>/s);
  });

  it.each([
    [{ id: 'factor', value: 2 }, 'Every element is 2 times the expected one.', '每个元素都是应有值的 2 倍。'],
    [{ id: 'factor', value: -1 }, 'with its sign turned round', '符号相反'],
    [{ id: 'offset', value: 0.5 }, 'the expected one plus 0.5', '多 0.5'],
    [{ id: 'offset', value: -0.5 }, 'the expected one less 0.5', '少 0.5'],
    [{ id: 'transposed' }, 'rows and columns exchanged', '行和列交换'],
    [{ id: 'columns', indices: [0, 2] }, 'columns 0 and 2', '第 0 和 2 列'],
  ] as const)('should say of the pattern %j what it is', (pattern, en, zh) => {
    const map = {
      ...gradientMap,
      pattern: 'indices' in pattern ? { ...pattern, indices: [...pattern.indices] } : pattern,
    };
    expect(figure(map, english, 'p').text).toContain(en);
    expect(figure(map, chinese, 'p').text).toContain(zh);
  });
});

describe('figure of a path', () => {
  it('should say where the paths part, where they end, and how high that is', () => {
    // ½·(1·3.6² + 20·0.6²) = 10.08 after step 1; the start is ½·(16 + 20) = 18 high.
    // Reference after 3 steps: ½·(2.8096² + 20·0.11973²) = 4.09; theirs ½·(0.7² + 20·1.6²) = 25.8.
    const { text } = figure(adamPath, english, 'p');
    expect(text).toContain('Public case 5, where eight steps go down a narrow valley: The paths part at step 1');
    expect(text).toContain('the reference goes to (2.6, 1.1), yours to (1.74, 0.235)');
    expect(text).toContain('From a height of 18, the reference has come to 4.09, yours to 25.8.');
    expect(text).toContain('0.5·(w₁ + 1)² + 10·(w₂ − 0.5)²');
  });

  it('should draw level sets as the ellipses that they are', () => {
    // At height h the half axes are √(2h/1) and √(2h/20): √20 apart, in weights.
    const [, rx = 0, ry = 0] =
      /rx="([\d.]+)"\s+ry="([\d.]+)"/.exec(figure(adamPath, english, 'p').text)?.map(Number) ?? [];
    const [x, y] = scales(figure(adamPath, english, 'p').text);
    expect(rx / x / (ry / y)).toBeCloseTo(Math.sqrt(20), 1);
  });

  it('should not draw what leaves the picture or is not finite, but say so', () => {
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
    expect(text).not.toMatch(/(x|y|cx|points)="[^"]*(NaN|Infinity|e\+)/);
  });

  it('should say so where only what is remembered differs', () => {
    const same = { ...adamPath, got: adamPath.expected, partsAt: null };
    expect(figure(same, english, 'p').text).toContain('what differs is what is remembered');
    expect(figure(same, chinese, 'p').text).toContain('两条路径相同');
  });
});

/** Pixels for 1 of w₁ and of w₂, read from the first and the last circle of the reference's path. */
function scales(text: string): readonly [number, number] {
  const circles = [...text.matchAll(/at-reference"\s+cx="([\d.]+)"\s+cy="([\d.]+)"\s+r="5"/g)].map(
    ([, x, y]) => [Number(x), Number(y)] as const,
  );
  const [first = [0, 0], last = [0, 0]] = [circles[0], circles.at(-1)];
  return [(first[0] - last[0]) / (2.6 - 1.8096), (last[1] - first[1]) / (1.1 - 0.38027)];
}
