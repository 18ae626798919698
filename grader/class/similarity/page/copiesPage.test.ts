import { copiesPage } from './copiesPage';
import { madeCopies } from './testing/madeCopies';

const options = { courseTitle: 'Course', assignment: '03-losses', language: 'en' } as const;

describe('copiesPage', () => {
  it('should accuse no one, and explain the weights', () => {
    const page = copiesPage(madeCopies, options);
    expect(page).toContain('Likely copies, for a person to judge.');
    expect(page).toContain('it proves nothing');
    expect(page).toContain('nor does code that 5 or more submissions share');
    expect(page).toContain('Not compared, since they are missing or do not compile: zoe');
    expect(page).not.toMatch(/cheat|plagiari/i);
  });

  it('should mark the same passage on both sides, and escape text of students', () => {
    const page = copiesPage(madeCopies, options);
    expect(page).toContain('<span class="same s1">export function softmax(s) {<b>passage 1</b></span>');
    expect(page).toContain('alice and bob &lt;i&gt;');
    expect(page).not.toContain('<b>mine</b>');
  });

  it('should say that there are no pairs, also in Chinese', () => {
    expect(copiesPage({ ...madeCopies, pairs: [] }, options)).toContain('No pair has enough in common');
    const page = copiesPage({ ...madeCopies, pairs: [] }, { ...options, language: 'zh' });
    expect(page).toContain('疑似雷同');
    expect(page).toContain('lang="zh-CN"');
  });
});
