import { createHash } from 'node:crypto';
import { nameSubmissions } from './nameSubmissions';

const hash = (entry: string): string => createHash('sha256').update(entry).digest('hex').slice(0, 8);
const nameOf = (entry: string, ...others: string[]): string | undefined =>
  nameSubmissions([entry, ...others]).get(entry)?.name;

describe('nameSubmissions', () => {
  it.each(['alice', 'Zoë Müller', '李雷', 'a.b-c_d', 's0001', 'final version (1)', 'com10', 'alice.final'])(
    'should keep a name that is safe everywhere: %s',
    (name) => expect(nameOf(name)).toBe(name),
  );

  it.each([
    ['alice.zip', 'alice'],
    ['alice.tar.gz', 'alice'],
    ['alice.TGZ', 'alice'],
    ['v1.0.zip', 'v1.0'],
  ])("should drop an archive's extension: %s", (entry, name) => expect(nameOf(entry)).toBe(name));

  it('should add a hash to names that would collide', () => {
    const names = nameSubmissions(['alice', 'alice.zip', 'Alice', 'bob']);
    expect([...names.values()].map(({ name }) => name)).toEqual([
      `alice-${hash('alice')}`,
      `alice-${hash('alice.zip')}`,
      `Alice-${hash('Alice')}`,
      'bob',
    ]);
    expect(names.get('alice')?.reason).toBe('another has the same name');
  });

  it.each([
    ['οδος', 'οδοσ'],
    ['strasse', 'straße'],
  ])('should treat names with the same upper case as one: %s, %s', (one, other) => {
    expect(nameOf(one, other)).toBe(`${one}-${hash(one)}`);
  });

  it('should treat two encodings of an accent as one name', () => {
    const [composed, decomposed] = ['Zo\u00eb', 'Zoe\u0308'];
    expect(nameOf(composed, decomposed)).toBe(`${composed}-${hash(composed)}`);
  });

  it.each([
    ['=1+1', `_1+1-${hash('=1+1')}`, 'formula'],
    ['+49 30', `_49 30-${hash('+49 30')}`, 'formula'],
    ['@SUM(A1)', `_SUM(A1)-${hash('@SUM(A1)')}`, 'formula'],
    ['-alice', `_alice-${hash('-alice')}`, 'formula'],
    ['CON', `_CON-${hash('CON')}`, 'reserved'],
    ['nul.zip', `_nul-${hash('nul.zip')}`, 'reserved'],
    ['__proto__', `___proto__-${hash('__proto__')}`, 'reserved'],
    ['alice.', `alice_-${hash('alice.')}`, 'last character'],
    ['alice ', `alice_-${hash('alice ')}`, 'last character'],
    ['a\nb', `a_b-${hash('a\nb')}`, 'characters'],
    ['a<script>b', `a_script_b-${hash('a<script>b')}`, 'characters'],
    ['gpj\u202etxt', `gpj_txt-${hash('gpj\u202etxt')}`, 'characters'],
  ])('should give %j a safe name', (entry, name, reason) => {
    expect(nameSubmissions([entry]).get(entry)).toMatchObject({
      name,
      reason: expect.stringContaining(reason) as string,
    });
  });

  it('should cut a long name at a whole character, to leave room for an extension', () => {
    const entry = '雷'.repeat(80);
    // 50 characters of 3 bytes are 150 bytes.
    expect(nameOf(entry)).toBe(`${'雷'.repeat(50)}-${hash(entry)}`);
  });

  it('should tell a generated name from an entry with exactly that name', () => {
    const entries = ['alice', 'Alice', `alice-${hash('alice')}`];
    const names = [...nameSubmissions(entries).values()].map(({ name }) => name.toLowerCase());
    expect(new Set(names).size).toBe(3);
    // Also when each longer hash is another entry's name.
    const whole = createHash('sha256').update('alice').digest('hex');
    const more = [...entries, ...[16, 32, 64].map((length) => `alice-${whole.slice(0, length)}`)];
    const all = [...nameSubmissions(more).values()].map(({ name }) => name.toLowerCase());
    expect(new Set(all).size).toBe(more.length);
  });

  it('should not depend on other entries, except for collisions', () => {
    expect(nameOf('=1', 'x', 'y')).toBe(nameOf('=1'));
  });
});
