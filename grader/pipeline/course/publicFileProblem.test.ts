import { publicFileProblem, type PublicFileProblem } from './publicFileProblem';

describe('publicFileProblem', () => {
  it.each<readonly [PublicFileProblem, string, string]>([
    [{ status: 'missing' }, 'a.json is missing; get it again from the course', '缺少 a.json；请重新从课程获取'],
    [
      { status: 'hidden-cases' },
      'a.json is damaged or of another version (it has hidden cases); get it again from the course',
      'a.json 已损坏或属于另一个版本（其中有隐藏用例）；请重新从课程获取',
    ],
    [
      { status: 'damaged', why: 'why' },
      'a.json is damaged or of another version (why); get it again from the course',
      'a.json 已损坏或属于另一个版本（why）；请重新从课程获取',
    ],
  ])('should be in the reader’s language: %j', (problem, en, zh) => {
    expect(publicFileProblem('a.json', problem).message).toBe(en);
    expect(publicFileProblem('a.json', problem, 'zh').message).toBe(zh);
  });
});
