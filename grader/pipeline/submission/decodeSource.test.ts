import { decodeSource } from './decodeSource';

/** Bytes of a text in which each character of `special` is replaced by its bytes in another encoding. */
function bytesOf(text: string, special: Readonly<Record<string, readonly number[]>> = {}): Uint8Array {
  return Uint8Array.from([...text].flatMap((sign) => special[sign] ?? [sign.charCodeAt(0)]));
}

describe('decodeSource', () => {
  it('should read UTF-8 as it is', () => {
    expect(decodeSource(Buffer.from('const größe = 1;'))).toMatchObject({
      text: 'const größe = 1;',
      encoding: undefined,
    });
  });

  it('should read UTF-16 by its byte order mark', () => {
    expect(decodeSource(Buffer.from('\ufeffconst größe = 1;', 'utf16le'))).toMatchObject({
      text: 'const größe = 1;',
      encoding: 'UTF-16',
    });
    expect(decodeSource(Buffer.from('\ufeffconst größe = 1;', 'utf16le').swap16())).toMatchObject({
      encoding: 'UTF-16',
    });
  });

  it('should read Latin-1 if only comments and strings contain it', () => {
    const text = "// Größe für später\nexport const x = 'é';";

    expect(decodeSource(Buffer.from(text, 'latin1'))).toMatchObject({ text, encoding: 'Latin-1' });
  });

  it('should read GBK by its byte pairs', () => {
    // 中 and 文 in GBK.
    expect(decodeSource(bytesOf('// AB\nexport const x = 1;', { A: [0xd6, 0xd0], B: [0xce, 0xc4] }))).toMatchObject({
      text: '// 中文\nexport const x = 1;',
      encoding: 'GBK',
    });
  });

  it('should read Shift-JIS, whose second byte can be a backslash', () => {
    // の, and ソ, whose second byte is 0x5C.
    expect(decodeSource(bytesOf("const x = 'AB'; // A", { A: [0x82, 0xcc], B: [0x83, 0x5c] }))).toMatchObject({
      text: "const x = 'のソ'; // の",
      encoding: 'Shift-JIS',
    });
  });

  it.each([
    ['names have it', Buffer.from('export const größe = 1;', 'latin1')],
    ['the code does not compile', Buffer.from('export const = ü;', 'latin1')],
    ['there is a NUL', Buffer.from('a\0b')],
  ])('should read nothing when %s', (_, bytes) => {
    expect(decodeSource(bytes)).toBeUndefined();
  });
});
