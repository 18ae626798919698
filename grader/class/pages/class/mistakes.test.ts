import { madeClass } from '../testing/madeClass';
import { mistakeFigures, mistakesSection } from './mistakes';

describe('mistakesSection', () => {
  const results = madeClass(40, 3);
  const textOf = (of: typeof results): string => mistakesSection(of).text.replace(/\s+/g, ' ');

  it('should use the singular for one mistake', () => {
    expect(textOf(results)).toMatch(/\d+ different mistakes were recognised; \d+ failed exercises show none of them\./);
    const alone = results.filter((one) => mistakeFigures([one]).length === 1).slice(0, 1);
    expect(textOf(alone)).toContain('1 mistake was recognised;');
  });
});
