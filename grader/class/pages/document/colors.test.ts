import { colors } from './colors';

/** The colors by role in each theme: light, dark, print. */
function themes(): readonly ReadonlyMap<string, string>[] {
  return [...colors.matchAll(/:root \{([^}]*)\}/g)].map(
    ([, block = '']) =>
      new Map([...block.matchAll(/--([\w-]+): (#[0-9a-f]{6})/g)].map(([, role = '', color = '']) => [role, color])),
  );
}

/** Formula: (L₁ + 0.05)/(L₂ + 0.05) of the relative luminances, the lighter one first (WCAG 2) */
function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].toSorted((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = parseInt(color.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

const text: readonly (readonly [text: string, ground: string])[] = [
  ...['ink', 'quiet', 'link'].flatMap((role) => ['paper', 'panel', 'soft'].map((ground) => [role, ground] as const)),
  ...['good', 'bad', 'idle', 'warn'].map((role) => [role, `${role}-soft`] as const),
  ...['less-1', 'less-2', 'more-1', 'more-2'].map((ground) => ['on-pale', ground] as const),
  ...['less-3', 'less-4', 'more-3', 'more-4', 'broken'].map((ground) => ['on-strong', ground] as const),
  ['ink', 'same'],
];
const shapes = ['bar', 'theirs', 'focus', ...Array.from({ length: 8 }, (_, index) => `series-${index + 1}`)];

describe('colours', () => {
  it('should define the same roles for light, dark and print', () => {
    expect(themes().map(({ size }) => size)).toEqual(Array(3).fill(themes()[0]?.size));
  });

  it.each([0, 1, 2])('should give text and shapes enough contrast (theme %d)', (index) => {
    const theme = themes()[index] ?? new Map<string, string>();
    const between = (one: string, other: string): number =>
      contrast(theme.get(one) ?? '#777777', theme.get(other) ?? '#777777');
    for (const [role, ground] of text)
      expect([role, ground, between(role, ground) >= 4.5]).toEqual([role, ground, true]);
    for (const shape of shapes) expect([shape, between(shape, 'panel') >= 3]).toEqual([shape, true]);
  });

  it('should compute the contrast of black on white', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21);
  });
});
