import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { applyRelease, type UpdateOptions } from './applyRelease';
import { fingerprintOf } from './checkOrigin';
import { manifestName, sha256 } from './manifest';
import { first, from, newKey, root, second, textsOf, withCopy, write, writeRelease } from './testing/twoReleases';
import { updateTexts } from './texts';

withCopy();

describe('a release from elsewhere', () => {
  const foreign = newKey();
  const refused = async (options: UpdateOptions = {}): Promise<string> => {
    const before = await textsOf(root);
    const message = await applyRelease(root, from, options).then(
      () => 'it was taken',
      (error: unknown) => (error as Error).message,
    );
    expect(await textsOf(root)).toEqual(before);
    return message;
  };

  it('should be rejected when another key signed it, until that is accepted', async () => {
    const { publicKey = '' } = await writeRelease(from, second, { key: foreign });
    const key = fingerprintOf(publicKey);
    const message = await refused();
    expect(message).toContain('is not signed by the key of your copy: expected ');
    const command = `npm run update -- ${from} --accept-key ${key}`;
    expect(message).toContain(command);
    const inChinese = await refused({ texts: updateTexts('zh') });
    expect(inChinese).toContain('不是用你的副本所信任的密钥签名的：应为 ');
    expect(inChinese).toContain(command);
    expect(await refused({ acceptedKey: '0'.repeat(32) })).toBe(message);
    expect(await applyRelease(root, from, { acceptedKey: key })).toMatchObject({
      added: ['grader/new.js'],
      newKey: key,
    });
    // From then on it is the copy's key.
    expect(await applyRelease(root, from)).toMatchObject({ newKey: undefined });
  });

  it('should be rejected when its signature is missing, or belongs to another release', async () => {
    const old = await writeRelease(from, first);
    const manifest = await writeRelease(from, second);
    const { signature: _signature, ...unsigned } = manifest;
    await write(from, manifestName, JSON.stringify(unsigned));
    expect(await refused()).toContain('is not signed; get it from where the course publishes it');
    for (const signature of [old.signature, 'AAAA']) {
      await write(from, manifestName, JSON.stringify({ ...manifest, signature }));
      expect(await refused()).toContain('does not match its signature; get it from where the course publishes it');
    }
  });

  it('should be rejected when it claims the known key, but another one signed it', async () => {
    const { publicKey } = await writeRelease(from, first);
    const { checksum: _checksum, ...manifest } = await writeRelease(from, second, { key: foreign });
    const { signature, ...content } = { ...manifest, publicKey };
    await write(
      from,
      manifestName,
      JSON.stringify({ ...content, checksum: sha256(JSON.stringify(content)), signature }),
    );
    expect(await refused()).toContain('does not match its signature');
  });

  it('should be trusted by a copy without a key, whose key it then becomes', async () => {
    const { publicKey = '' } = await writeRelease(from, second, { key: foreign });
    await rm(join(root, manifestName));
    expect(await applyRelease(root, from)).toMatchObject({ newKey: fingerprintOf(publicKey) });
    await writeRelease(from, first);
    expect(await refused()).toContain('is not signed by the key of your copy');
  });
});
