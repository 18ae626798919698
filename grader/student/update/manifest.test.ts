import { generateKeyPairSync } from 'node:crypto';
import { makeManifest, parseManifest, writeManifest, type Files } from './manifest';

const filesOf = (contents: Readonly<Record<string, string>>): Files =>
  new Map(Object.entries(contents).map(([path, text]) => [path, Buffer.from(text)]));
const contents = { 'README.md': 'read', 'assignments/03-losses/public.json': '{}', 'grader/cli.js': 'code' };
const { privateKey: key } = generateKeyPairSync('ed25519');
const make = (changes: Readonly<Record<string, string>> = {}): ReturnType<typeof makeManifest> =>
  makeManifest(filesOf({ ...contents, ...changes }), { title: 'Course', student: [], key });

describe('makeManifest', () => {
  it('should contain the SHA-256 checksum of each file', () => {
    // From sha256sum, for the bytes of `{}`.
    expect(make().files['assignments/03-losses/public.json']).toBe(
      '44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a',
    );
  });

  it('should not depend on the order of the files', () => {
    const backwards = new Map([...filesOf(contents)].toReversed());
    expect(writeManifest(makeManifest(backwards, { title: 'Course', student: [], key }))).toBe(writeManifest(make()));
  });

  it('should have another version when the checks or the grader change, but not for a handout', () => {
    const { version } = make();
    expect(make({ 'README.md': 'corrected' }).version).toBe(version);
    // The release number changes nevertheless.
    expect(make({ 'README.md': 'corrected' }).release).not.toBe(make().release);
    expect(make({ 'assignments/03-losses/public.json': '[]' }).version).not.toBe(version);
    expect(make({ 'grader/cli.js': 'repaired' }).version).not.toBe(version);
  });
});

describe('parseManifest', () => {
  it('should read what was written', () => {
    expect(parseManifest(writeManifest(make()))).toEqual(make());
  });

  it.each([
    '/etc/passwd',
    '../x',
    'a/../b',
    'a//b',
    'a\\b',
    'C:/x',
    './a',
    '.git/config',
    'node_modules/x/y.js',
    'a/.',
  ])('should refuse the path %s', (path) => {
    const manifest = { ...make(), files: { [path]: make().checksum } };
    expect(() => parseManifest(JSON.stringify(manifest))).toThrow('MANIFEST.json is damaged');
  });
});
