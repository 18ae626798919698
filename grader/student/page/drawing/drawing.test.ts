import { contours, dots, drawChart, endLabels, extentOf, line, logExtentOf, regions, standalone, svg } from '.';

const chart = (options: Partial<Parameters<typeof drawChart>[0]> = {}): ReturnType<typeof drawChart> =>
  drawChart({
    ...{ id: 'c', title: 'A <title>', description: '1 & 2', width: 264, height: 168 },
    x: { label: 'x', domain: [0, 10] },
    y: { label: 'y', domain: [0, 10] },
    marks: () => [],
    ...options,
  });

describe('drawChart', () => {
  it('should have a name and a description, and escape its input', () => {
    const { text } = chart().markup;
    expect(text).toContain('aria-labelledby="c-t c-d"');
    expect(text).toContain('<title id="c-t">A &lt;title&gt;</title><desc id="c-d">1 &amp; 2</desc>');
  });

  it('should write whole powers on a log scale, small ones in full', () => {
    const { text } = chart({ y: { label: 'y', scale: 'log', domain: [1e-6, 1] } }).markup;
    expect([...text.matchAll(/text-anchor="end">([^<]+)</g)].map(([, written]) => written)).toEqual([
      '10⁻⁶',
      '0.001',
      '1',
      'x',
    ]);
  });

  it('should be a standalone file that follows the color scheme of its reader, or has a fixed one', () => {
    const both = standalone(chart().markup.text);
    expect(both).toMatch(/^<svg xmlns="http:\/\/www.w3.org\/2000\/svg" /);
    expect(both).toContain('@media (prefers-color-scheme: dark)');
    expect(standalone(chart().markup.text, 'dark')).not.toContain('@media');
  });
});

describe('marks', () => {
  // The frame is 200 × 100 pixels at (50, 26).
  const { frame } = chart();

  it('should interrupt a line at points that are not finite or too far away', () => {
    expect(line(frame, [[0, 0], [5, 5], [NaN, 5], [10, 10]], 'a')?.text).toContain('d="M50,126L150,76"'); // prettier-ignore
    expect(line(frame, [[0, 0], [5, 1e300]], 'a')?.text).not.toMatch(/e\+|Infinity/); // prettier-ignore
    expect(line(frame, [], 'a')).toBeUndefined();
    expect(svg`${dots(frame, [[NaN, 1]], 1)}`.text).toBe('');
  });

  it('should draw level sets of the surface, and none along the edge', () => {
    // A circle of radius 2 in data is 40 × 20 pixels around (150, 76).
    const { text } = contours(frame, ([x, y]) => (x - 5) ** 2 + (y - 5) ** 2, [4], 1);
    const points = [...text.matchAll(/([\d.]+),([\d.]+)/g)].map(([, x, y]) => [Number(x), Number(y)] as const);
    for (const [x, y] of points) expect(((x - 150) / 40) ** 2 + ((y - 76) / 20) ** 2).toBeCloseTo(1, 1);
    expect(contours(frame, () => 0, [4]).text).not.toMatch(/M(?:5[0-9]|1\d\d),(?:26|126)/);
  });

  it('should move labels apart, and keep them inside', () => {
    const ends = [9, 9.1, 0, 0].map((y, index) => ({
      text: `${index}`,
      series: 1 as const,
      points: [[10, y] as const],
    }));
    const places = [...endLabels(frame, ends).text.matchAll(/y="([\d.]+)"/g)].map(([, y]) => Number(y));
    expect(places.toSorted((a, b) => a - b)).toEqual(places);
    places.slice(1).forEach((place, index) => expect(place - (places[index] ?? 0)).toBeGreaterThanOrEqual(14));
    expect(Math.max(...places)).toBeLessThanOrEqual(frame.bottom);
  });

  it('should merge neighbours of one class, and skip cells without a class', () => {
    const { text } = regions(frame, [0, 0, 1, NaN], 2);
    expect(
      [...text.matchAll(/series-(\d)" x="([\d.]+)" y="([\d.]+)" width="([\d.]+)"/g)].map((found) =>
        found.slice(1).map(Number),
      ),
    ).toEqual([
      [1, 50, 26, 200],
      [2, 50, 76, 100],
    ]);
  });
});

describe('domains', () => {
  it('should contain all finite values, and have a default if there are none', () => {
    expect(extentOf([1, NaN, 3, Infinity], 0)).toEqual([1, 3]);
    expect(extentOf([NaN])).toEqual([0, 1]);
    const [low, high] = logExtentOf([1e-20, 0, -1, 1], 6);
    expect([low < 1e-5, low > 1e-7, high > 1]).toEqual([true, true, true]);
  });
});
