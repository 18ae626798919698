import { zipOf } from '../../../files';
import { handInZip } from './handInZip';

describe('handInZip', () => {
  it('should contain what npm run hand-in packs, at the same paths', async () => {
    const text = 'export const α = 1;\n';
    const assignment = { id: '03-losses', title: { en: '', zh: '' }, file: 'losses.ts', exercises: [], skeleton: '' };
    const own = Buffer.from(handInZip([{ assignment, text }]));
    const handIn = await zipOf([{ path: 'assignments/03-losses/losses.ts', content: Buffer.from(text) }], {
      compress: false,
    });
    const contentOf = (zip: Buffer): Buffer => zip.subarray(zip.indexOf('assignments/'), zip.indexOf('PK\x01\x02'));
    expect(contentOf(own).includes(text)).toBe(true);
    expect(contentOf(own)).toEqual(contentOf(handIn));
  });

  it('should contain answers next to their code', () => {
    const file = { id: '03-losses', title: { en: '', zh: '' }, file: 'losses.ts', exercises: [], skeleton: '' };
    const answers = { ...file, id: '03-losses--answers', file: 'answers.yaml' };
    const zip = Buffer.from(
      handInZip([
        { assignment: file, text: '' },
        { assignment: answers, text: 'whyShift: b\n' },
      ]),
    );
    expect(zip.toString('latin1')).toContain('assignments/03-losses/answers.yamlwhyShift: b');
  });
});
