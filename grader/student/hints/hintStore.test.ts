import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { nextHint, readShownHints, writeShownHints } from './hintStore';

describe('nextHint', () => {
  it('should go from location to concept to name, and stay there', () => {
    expect(nextHint({}, 'softmax', 'no-max')).toBe(1);
    expect(nextHint({ softmax: { mistake: 'no-max', hint: 1 } }, 'softmax', 'no-max')).toBe(2);
    expect(nextHint({ softmax: { mistake: 'no-max', hint: 2 } }, 'softmax', 'no-max')).toBe(3);
    expect(nextHint({ softmax: { mistake: 'no-max', hint: 3 } }, 'softmax', 'no-max')).toBe(3);
  });

  it('should restart for another mistake or exercise', () => {
    const shown = { softmax: { mistake: 'no-max', hint: 2 } } as const;
    expect(nextHint(shown, 'softmax', 'columns')).toBe(1);
    expect(nextHint(shown, 'hingeLoss', 'no-max')).toBe(1);
    expect(nextHint(shown, 'toString', 'no-max')).toBe(1);
  });
});

describe('readShownHints', () => {
  it('should read what was written, and ignore a damaged file', async () => {
    const root = mkdtempSync(join(tmpdir(), 'hints-'));
    try {
      expect(await readShownHints(root)).toEqual({});
      await writeShownHints(root, { softmax: { mistake: 'no-max', hint: 2 } });
      expect(await readShownHints(root)).toEqual({ softmax: { mistake: 'no-max', hint: 2 } });
      writeFileSync(join(root, '.descent', 'hints.json'), '{"softmax":{"mistake":"no-max","hint":9}}');
      expect(await readShownHints(root)).toEqual({});
    } finally {
      rmSync(root, { recursive: true });
    }
  });
});
