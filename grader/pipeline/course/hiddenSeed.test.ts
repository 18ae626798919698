import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hiddenSeed } from './hiddenSeed';

describe('hiddenSeed', () => {
  const before = process.env.DESCENT_HIDDEN_SEED;
  let root = '';
  beforeEach(async () => {
    root = await mkdtemp(join(tmpdir(), 'descent-'));
    delete process.env.DESCENT_HIDDEN_SEED;
  });
  afterEach(async () => {
    await rm(root, { recursive: true });
    if (before === undefined) delete process.env.DESCENT_HIDDEN_SEED;
    else process.env.DESCENT_HIDDEN_SEED = before;
  });

  async function writeSeedFile(text: string): Promise<void> {
    await mkdir(join(root, '.descent'));
    await writeFile(join(root, '.descent', 'seed'), text);
  }

  it('should come from the option, else the environment, else the file, else the public seed', async () => {
    expect(await hiddenSeed(root, undefined, 'public')).toEqual({ seed: 'public', from: 'public' });
    await writeSeedFile('from the file\n');
    expect(await hiddenSeed(root, undefined, 'public')).toEqual({ seed: 'from the file', from: 'file' });
    process.env.DESCENT_HIDDEN_SEED = 'from the environment';
    expect(await hiddenSeed(root, undefined, 'public')).toEqual({ seed: 'from the environment', from: 'environment' });
    expect(await hiddenSeed(root, 'from the option', 'public')).toEqual({ seed: 'from the option', from: 'option' });
  });

  it('should treat an empty one as missing, since it is an unset variable', async () => {
    await writeSeedFile(' \n');
    process.env.DESCENT_HIDDEN_SEED = '';
    expect(await hiddenSeed(root, '', 'public')).toEqual({ seed: 'public', from: 'public' });
  });

  it('should not fall back to the public seed if the file exists but can not be read', async () => {
    await mkdir(join(root, '.descent', 'seed'), { recursive: true });
    await expect(hiddenSeed(root, undefined, 'public')).rejects.toThrow(
      "can't be read (EISDIR): it holds the seed of the hidden cases",
    );
  });
});
