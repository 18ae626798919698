import { codeBehind } from './codeBehind';

const script = (slow: string, quick: string, helper: string): string =>
  [
    '__export(exercise_exports, { slow: () => slow, quick: () => quick });',
    'module.exports = __toCommonJS(exercise_exports);',
    `function slow() { return ${slow}; }`,
    `function quick() { return ${quick}; }`,
    `function help() { return ${helper}; }`,
  ].join('\n');
const behind = (...parts: Parameters<typeof script>): string => codeBehind(script(...parts), ['slow', 'quick'])('slow');

describe('codeBehind', () => {
  it('should stay the same while only another function changes', () => {
    expect(behind('help()', '1', '2')).toBe(behind('help()', '3', '2'));
  });

  it.each<[string, Parameters<typeof script>]>([
    ['itself', ['help() + 1', '1', '2']],
    ['its helper', ['help()', '1', '3']],
    ['another exercise that its helper uses', ['help()', '4', 'quick()']],
  ])('should change with %s', (_what, parts) => {
    expect(behind(...parts)).not.toBe(behind('help()', '1', parts[2] === 'quick()' ? 'quick()' : '2'));
  });

  it('should answer for each function of one script', () => {
    const behindEach = codeBehind(script('1', '2', '3'), ['slow', 'quick']);
    expect(behindEach('slow')).not.toContain('function quick');
    expect(behindEach('quick')).not.toContain('function slow');
  });
});
