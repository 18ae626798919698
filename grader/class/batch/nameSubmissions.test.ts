import { createHash } from 'node:crypto';
import { nameSubmissions } from './nameSubmissions';

const hash = (entry: string): string => createHash('sha256').update(entry).digest('hex').slice(0, 8);
const nameOf = (entry: string, ...others: string[]): string | undefined =>
  nameSubmissions([entry, ...others]).get(entry)?.name;

describe('nameSubmissions', () => {
  it.each(['alice', 'Zoë Müller', '李雷', 'a.b-c_d', 's0001', 'final version (1)', 'com10', 'alice.final'])(
    'should keep a name that is good everywhere: %s',
    (name) => expect(nameOf(name)).toBe(name),
  );

  it.each([
    ['alice.zip', 'alice'],
    ['alice.tar.gz', 'alice'],
    ['alice.TGZ', 'alice'],
    ['v1.0.zip', 'v1.0'],
  ])('should leave the ending of an archive out: %s', (entry, name) => expect(nameOf(entry)).toBe(name));

  it('should report those apart that would share a name, each by its own hash', () => {
    const names = nameSubmissions(['alice', 'alice.zip', 'Alice', 'bob']);
    expect([...names.values()].map(({ name }) => name)).toEqual([
      `alice-${hash('alice')}`,
      `alice-${hash('alice.zip')}`,
      `Alice-${hash('Alice')}`,
      'bob',
    ]);
    expect(names.get('alice')?.reason).toBe('another has the same name');
  });

  it('should see that two encodings of an accent are one name', () => {
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
    ['alice.', `alice_-${hash('alice.')}`, 'last sign'],
    ['alice ', `alice_-${hash('alice ')}`, 'last sign'],
    ['a\nb', `a_b-${hash('a\nb')}`, 'signs'],
    ['a<script>b', `a_script_b-${hash('a<script>b')}`, 'signs'],
    ['gpj\u202etxt', `gpj_txt-${hash('gpj\u202etxt')}`, 'signs'],
  ])('should give %j a name that harms no one', (entry, name, reason) => {
    expect(nameSubmissions([entry]).get(entry)).toMatchObject({
      name,
      reason: expect.stringContaining(reason) as string,
    });
  });

  it('should cut a name that leaves no room for an ending, at a whole sign', () => {
    const entry = '雷'.repeat(80);
    // 50 signs of 3 bytes are 150 bytes.
    expect(nameOf(entry)).toBe(`${'雷'.repeat(50)}-${hash(entry)}`);
  });

  it('should report apart a name that was given from one that is just like it', () => {
    const entries = ['alice', 'Alice', `alice-${hash('alice')}`];
    const names = [...nameSubmissions(entries).values()].map(({ name }) => name.toLowerCase());
    expect(new Set(names).size).toBe(3);
    // And where each longer hash is what another is called.
    const whole = createHash('sha256').update('alice').digest('hex');
    const more = [...entries, ...[16, 32, 64].map((length) => `alice-${whole.slice(0, length)}`)];
    const all = [...nameSubmissions(more).values()].map(({ name }) => name.toLowerCase());
    expect(new Set(all).size).toBe(more.length);
  });

  it('should not depend on what else there is, but for collisions', () => {
    expect(nameOf('=1', 'x', 'y')).toBe(nameOf('=1'));
  });
});
