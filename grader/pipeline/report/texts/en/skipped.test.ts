import type { Finding, SkipReason, ThrownError } from '../../../types';
import { en } from '.';

const place = { file: 'losses.ts', line: 1, column: 1, text: '' };
const error: ThrownError = { name: 'Error', message: '', exercise: undefined, stack: '', place };

describe('the words for a finding', () => {
  it.each<[SkipReason, string]>([
    ['todo', 'still to do'],
    ['missing', 'there is no such function'],
    ['unreadable', 'the file could not be read'],
    ['forbidden', 'the exercise calls what it should build itself'],
    ['reference-first', 'counts once a result matches the reference'],
    ['laws-first', 'counts once all laws of the exercise hold'],
    ['loss-first', 'counts once the loss is right'],
    ['no-cases', 'no case could decide it'],
    ['stopped', 'the function did not get that far'],
  ])('should give the reason for a skipped check: %s', (reason, text) => {
    expect(en.finding({ id: 'skipped', reason })).toEqual([text]);
  });

  it('should show what a student wrote with harmful characters removed', () => {
    const hostile = '\u001b[31mred\u001b[0m\u202e\u0000';
    for (const finding of [
      {
        id: 'throws',
        error: { ...error, name: hostile, message: hostile, place: { ...place, file: hostile, text: hostile } },
      },
      { id: 'needs-neighbour', neighbour: hostile },
      { id: 'not-a-tensor', path: 'loss', got: hostile },
      { id: 'not-a-number', path: 'loss', got: hostile },
      { id: 'not-a-record', expectedFields: [], got: hostile },
      { id: 'missing-field', path: 'loss', fields: [hostile] },
      { id: 'wrong-kind', path: 'loss', expected: 'x', got: hostile },
      { id: 'stopped', outcome: { status: 'crashed', detail: hostile } },
    ] as Finding[])
      expect(en.finding(finding).join('')).not.toMatch(/[\p{Cc}\p{Cf}]/u);
  });
});
