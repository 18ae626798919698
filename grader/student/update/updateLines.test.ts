import type { Update } from './applyRelease';
import { updateLines } from './updateLines';

const nothing: Update = {
  version: 'b',
  oldVersion: 'a',
  added: [],
  replaced: [],
  removed: [],
  hadChanges: [],
  keptIn: '.descent/before-b',
  newSkeletons: [],
  stubs: [],
  newKey: undefined,
};

describe('updateLines', () => {
  it('should say which files changed, those that people read first', () => {
    const grader = Array.from({ length: 9 }, (_, index) => `grader/${index}.js`);
    const replaced = [...grader, 'assignments/03-losses/public.json'];
    expect(updateLines({ ...nothing, added: ['data/new.json'], replaced, hadChanges: ['README.md'] })).toEqual([
      'The checks are version b now, before a. Your own functions are as they were.',
      '  added: data/new.json',
      `  replaced: assignments/03-losses/public.json, ${grader.slice(0, 7).join(', ')} and 2 more`,
      'You had changed README.md; your versions are in .descent/before-b.',
    ]);
  });

  it('should claim no other version where the checks are the same', () => {
    expect(updateLines({ ...nothing, oldVersion: 'b', replaced: ['README.md'] })[0]).toBe(
      'The checks are version b now. Your own functions are as they were.',
    );
  });

  it('should ask for other packages only where there are some', () => {
    expect(updateLines({ ...nothing, replaced: ['package-lock.json'] }).at(-1)).toBe(
      'Run `npm install`, since other packages are needed now.',
    );
    expect(updateLines(nothing)).toEqual(['Nothing to do: this is version b of the checks already.']);
  });
});
