import { zipOf } from '../../../files';
import { handInZip } from './handInZip';

describe('handInZip', () => {
  it('should hold what npm run hand-in packs, in the same place', async () => {
    const text = 'export const α = 1;\n';
    const assignment = { id: '03-losses', title: { en: '', zh: '' }, file: 'losses.ts', exercises: [], skeleton: '' };
    const own = Buffer.from(handInZip(assignment, text));
    const handIn = await zipOf([{ path: 'assignments/03-losses/losses.ts', content: Buffer.from(text) }], {
      compress: false,
    });
    const contentOf = (zip: Buffer): Buffer => zip.subarray(zip.indexOf('assignments/'), zip.indexOf('PK\x01\x02'));
    expect(contentOf(own).includes(text)).toBe(true);
    expect(contentOf(own)).toEqual(contentOf(handIn));
  });
});
