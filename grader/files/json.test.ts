import { join } from 'node:path';
import { z } from 'zod';
import { jsonText, parseJson, readJson } from './json';
import { withFiles } from './testing/withFiles';

const schema = z.strictObject({ points: z.number() });

describe('parseJson', () => {
  it('should return the value of the text', () => {
    expect(parseJson('{"points": 7.5}', schema)).toEqual({ status: 'read', value: { points: 7.5 } });
  });

  it.each([
    ['{', 'it is no JSON: '],
    ['{"points": "7"}', 'at points: '],
    ['[]', 'at the top: '],
  ])('should report why %s does not match its schema', (text, why) => {
    const json = parseJson(text, schema);
    expect(json).toMatchObject({ status: 'damaged', why: expect.stringContaining(why) as string });
  });
});

describe('readJson', () => {
  it('should distinguish a missing file from a damaged one', () =>
    withFiles({ 'good.json': jsonText({ points: 1 }), 'bad.json': '{"points":', 'folder/': '' }, async (folder) => {
      expect(await readJson(join(folder, 'good.json'), schema)).toEqual({ status: 'read', value: { points: 1 } });
      expect(await readJson(join(folder, 'bad.json'), schema)).toMatchObject({ status: 'damaged' });
      expect(await readJson(join(folder, 'none.json'), schema)).toEqual({ status: 'missing' });
      await expect(readJson(join(folder, 'folder'), schema)).rejects.toThrow(/folder can't be read: EISDIR/);
    }));
});
