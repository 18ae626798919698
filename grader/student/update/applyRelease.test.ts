import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { applyRelease, type UpdateOptions } from './applyRelease';
import { fingerprintOf } from './checkOrigin';
import { makeManifest, manifestName, sha256, writeManifest, type Manifest } from './manifest';
import { updateTexts } from './texts';

const own = 'assignments/03-losses/losses.ts';
const checks = 'assignments/03-losses/public.json';

const first = {
  'README.md': 'read',
  [own]: 'skeleton',
  [checks]: 'checks 1',
  'grader/old.js': 'old',
  'grader/cli.js': 'same',
};
const second = {
  'README.md': 'read',
  [own]: 'new skeleton',
  [checks]: 'checks 2',
  'grader/new.js': 'new',
  'grader/cli.js': 'same',
};

const newKey = (): KeyObject => generateKeyPairSync('ed25519').privateKey;
const courseKey = newKey();

let folder: string;
let root: string;
let from: string;

async function write(base: string, path: string, text: string): Promise<void> {
  const full = join(base, ...path.split('/'));
  await mkdir(dirname(full), { recursive: true });
  await writeFile(full, text);
}

async function writeRelease(
  base: string,
  contents: Readonly<Record<string, string>>,
  { student = [own], key = courseKey }: { readonly student?: string[]; readonly key?: KeyObject } = {},
): Promise<Manifest> {
  const files = new Map(Object.entries(contents).map(([path, text]) => [path, Buffer.from(text)]));
  const manifest = makeManifest(files, { title: 'Course', student, key });
  for (const [path, text] of Object.entries(contents)) await write(base, path, text);
  await write(base, manifestName, writeManifest(manifest));
  return manifest;
}

/** All files of a folder except the manifest and saved files, with their texts. */
async function textsOf(base: string): Promise<Record<string, string>> {
  const entries = await readdir(base, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const texts = await Promise.all(
    paths.map(async (path): Promise<[string, string]> => [
      path.slice(base.length + 1).replaceAll('\\', '/'),
      await readFile(path, 'utf8'),
    ]),
  );
  return Object.fromEntries(texts.filter(([path]) => path !== manifestName && !path.startsWith('.descent/')));
}

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'descent-update-'));
  root = join(folder, 'mine');
  from = join(folder, 'newer');
  await writeRelease(root, first);
  await write(root, own, 'half done');
  await write(root, 'assignments/03-losses/notes.txt', 'my notes');
});

afterEach(async () => {
  await rm(folder, { recursive: true });
});

const updated = {
  'README.md': 'read',
  [own]: 'half done',
  [checks]: 'checks 2',
  'grader/new.js': 'new',
  'grader/cli.js': 'same',
  'assignments/03-losses/notes.txt': 'my notes',
};

describe('applyRelease', () => {
  it("should replace everything but the student's own files, add what is new and remove what is gone", async () => {
    const { version } = await writeRelease(from, second);
    expect(await applyRelease(root, from)).toMatchObject({
      version,
      added: ['grader/new.js'],
      replaced: [checks],
      removed: ['grader/old.js'],
      hadChanges: [],
      newSkeletons: [own],
    });
    expect(await textsOf(root)).toEqual(updated);
    expect(await readFile(join(root, manifestName), 'utf8')).toBe(await readFile(join(from, manifestName), 'utf8'));
  });

  it('should not mistake what npm writes at each install for a change', async () => {
    await writeRelease(root, { ...first, 'package-lock.json': 'locked' });
    await write(root, 'package-lock.json', 'locked, as npm writes it');
    await writeRelease(from, { ...second, 'package-lock.json': 'locked' });
    const update = await applyRelease(root, from);
    expect(update.hadChanges).toEqual([]);
    expect(update.replaced).not.toContain('package-lock.json');
    await writeRelease(from, { ...second, 'package-lock.json': 'locked otherwise' });
    const other = await applyRelease(root, from);
    expect([other.replaced, other.hadChanges]).toEqual([['package-lock.json'], []]);
  });

  it('should do nothing the second time', async () => {
    await writeRelease(from, second);
    await applyRelease(root, from);
    expect(await applyRelease(root, from)).toMatchObject({ added: [], replaced: [], removed: [], hadChanges: [] });
  });

  it('should save changes of the student to files that are not theirs', async () => {
    await writeRelease(from, second);
    await write(root, checks, 'my checks');
    await write(root, 'grader/old.js', 'my old');
    await write(root, 'grader/new.js', 'my new');
    const { hadChanges, keptIn } = await applyRelease(root, from);
    expect([...hadChanges].toSorted()).toEqual([checks, 'grader/new.js', 'grader/old.js']);
    expect(await textsOf(root)).toEqual(updated);
    expect(await textsOf(join(root, keptIn))).toEqual({
      [checks]: 'my checks',
      'grader/old.js': 'my old',
      'grader/new.js': 'my new',
    });
  });

  it('should save changes of the student each time, even if the version stays the same', async () => {
    await writeRelease(from, second);
    const kept: (readonly [string, string])[] = [];
    for (const text of ['my checks', 'SECOND', 'THIRD']) {
      await write(root, checks, text);
      const { keptIn } = await applyRelease(root, from);
      kept.push([keptIn, await readFile(join(root, keptIn, ...checks.split('/')), 'utf8')]);
    }
    const [folder] = kept[0] ?? [];
    expect(kept).toEqual([
      [folder, 'my checks'],
      [`${folder}-2`, 'SECOND'],
      [`${folder}-3`, 'THIRD'],
    ]);
  });

  it('should add new functions to a started file, and change nothing else in it', async () => {
    const stub = (name: string): string =>
      `export function ${name}() {\n  throw new NotImplementedError('${name}');\n}\n`;
    await rm(root, { recursive: true });
    await writeRelease(root, { ...first, [own]: stub('softmax') });
    const begun = 'export function softmax() {\n  return 1; // café\n}\n';
    await write(root, own, begun);
    await writeRelease(from, { ...second, [own]: `${stub('softmax')}\n${stub('focalLoss')}` });
    const { stubs, keptIn } = await applyRelease(root, from);
    expect(stubs).toEqual([{ path: own, names: ['focalLoss'] }]);
    expect(await readFile(join(root, ...own.split('/')), 'utf8')).toBe(`${begun}\n${stub('focalLoss')}`);
    expect(await readFile(join(root, keptIn, ...own.split('/')), 'utf8')).toBe(begun);
    expect((await applyRelease(root, from)).stubs).toEqual([]);
  });

  it('should restore a lost file of the student, and keep one that the new release drops', async () => {
    await writeRelease(from, second);
    await rm(join(root, own));
    expect((await applyRelease(root, from)).added).toContain(own);
    await write(root, own, 'half done');
    await rm(from, { recursive: true });
    await writeRelease(from, { 'README.md': 'read' }, { student: [] });
    await applyRelease(root, from);
    expect(await textsOf(root)).toEqual({
      'README.md': 'read',
      [own]: 'half done',
      'assignments/03-losses/notes.txt': 'my notes',
    });
  });

  it('should finish when repeated after an interruption', async () => {
    await writeRelease(from, second);
    // A folder is in the way of a file that is written after others.
    await mkdir(join(root, 'grader', 'new.js'));
    await expect(applyRelease(root, from)).rejects.toThrow();
    expect((await textsOf(root))[checks]).toBe('checks 2');
    await rm(join(root, 'grader', 'new.js'), { recursive: true });
    expect(await applyRelease(root, from)).toMatchObject({ removed: ['grader/old.js'], hadChanges: [] });
    expect(await textsOf(root)).toEqual(updated);
  });

  it("should go on when the copy's own manifest is lost, removing nothing", async () => {
    await writeRelease(from, second);
    await rm(join(root, manifestName));
    expect(await applyRelease(root, from)).toMatchObject({ oldVersion: undefined, removed: [] });
    expect(await textsOf(root)).toEqual({ ...updated, 'grader/old.js': 'old' });
  });

  it.each<[what: string, spoil: () => Promise<void>, message: string, inChinese: string]>([
    [
      'has no manifest',
      () => rm(join(from, manifestName)),
      'is not a release: it has no MANIFEST.json',
      '不是课程的发布版本：其中没有 MANIFEST.json',
    ],
    [
      'has half a manifest',
      () => write(from, manifestName, '{"schemaVersion": 1'),
      'MANIFEST.json is damaged',
      'MANIFEST.json 已损坏',
    ],
    [
      'has a changed file',
      () => write(from, 'grader/new.js', 'changed'),
      'grader/new.js is not what MANIFEST.json says',
      'grader/new.js 与 MANIFEST.json 的记录不符',
    ],
    [
      'lacks a file',
      () => rm(join(from, 'grader', 'new.js')),
      'the release is incomplete: grader/new.js is missing',
      '新版本不完整：缺少 grader/new.js',
    ],
  ])('should change nothing when the release %s', async (_what, spoil, message, inChinese) => {
    await writeRelease(from, second);
    const before = await textsOf(root);
    await spoil();
    await expect(applyRelease(root, from)).rejects.toThrow(message);
    await expect(applyRelease(root, from, { texts: updateTexts('zh') })).rejects.toThrow(inChinese);
    expect(await textsOf(root)).toEqual(before);
  });

  it('should change nothing when a line of the manifest is missing or leads outside', async () => {
    const manifest = await writeRelease(from, second);
    const { [checks]: _left, ...fewer } = manifest.files;
    const before = await textsOf(root);
    for (const files of [
      fewer,
      { ...manifest.files, '../evil.js': manifest.checksum },
      { ...manifest.files, 'a/../../b': manifest.checksum },
    ]) {
      await write(from, manifestName, JSON.stringify({ ...manifest, files }));
      await expect(applyRelease(root, from)).rejects.toThrow('MANIFEST.json is damaged');
    }
    expect(await textsOf(root)).toEqual(before);
  });

  it('should refuse the copy itself', async () => {
    await expect(applyRelease(root, root)).rejects.toThrow();
    await write(root, own, 'skeleton');
    await expect(applyRelease(root, root)).rejects.toThrow('that is this copy itself');
  });

  describe('from elsewhere', () => {
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
});
