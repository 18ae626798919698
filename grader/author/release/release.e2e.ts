import { generateKeyPairSync } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { transformSync } from 'esbuild';
import { keptPageFile } from '../../bundling';
import { curriculum } from '../../curriculum';
import { readLines } from '../../../data/digits/readLines';
import { loadFullAssignment, readCourse } from '../../pipeline/course';
import type { Files } from '../../student/update';
import { TensorValue } from '../../execution/values';
import { deadLinks } from '../testing/deadLinks';
import { gatherSecrets } from './gatherSecrets';
import { findLeaks, type Secrets } from './leaks/findLeaks';
import { makeRelease } from './makeRelease';
import { release } from './release';
import { courseIds, isOfAbsent, itOf } from '../../testbed/course/ofCourse';

const root = resolve(__dirname, '../../..');
const seed = 'a hidden seed of this test';

const { privateKey: key } = generateKeyPairSync('ed25519');
let files: Files;
let readable: Files;
let again: Files;
let secrets: Secrets;

beforeAll(async () => {
  ({ files, readable } = await makeRelease({ root, engine: root, curriculum }, key));
  // Remove the cached page, so it is rebuilt.
  for (const minify of [true, false]) await rm(keptPageFile({ root, engine: root }, { minify }));
  again = (await makeRelease({ root, engine: root, curriculum }, key)).files;
  secrets = await gatherSecrets({ root, engine: root, curriculum }, await readCourse(root), { seed, from: 'option' });
});

/** Leaks of the release after a text is appended to one of its files; only the end of the file is searched. */
function leaksWith(path: string, text: string): readonly string[] {
  const end = Buffer.from(files.get(path) ?? '')
    .toString('utf8')
    .slice(-100_000);
  return findLeaks(new Map([[path, Buffer.from(`${end}\n${text}\n`)]]), secrets);
}

const solutionOf = (path: string): Promise<string> => readFile(join(root, 'solutions', ...path.split('/')), 'utf8');

describe('the release of this course', () => {
  it('should leak nothing', () => {
    expect(findLeaks(new Map([...files, ...readable]), secrets)).toEqual([]);
  });

  it('should contain the standalone page, in less than 3 MB', () => {
    const page = Buffer.from(files.get('play/index.html') ?? '');
    expect(page.length).toBeGreaterThan(1e6);
    expect(page.length).toBeLessThan(3e6);
    expect(page.toString('utf8')).toContain("connect-src 'none'");
    // Each of them is searched for leaks, with all names.
    expect([...readable.keys()]).toEqual(
      expect.arrayContaining([...courseIds.map((id) => `play/index.html (${id})`), 'grader/student/page/engine.js']),
    );
  });

  it('should be reproducible, byte for byte', () => {
    expect([...again.keys()]).toEqual([...files.keys()]);
    for (const [path, content] of again)
      expect([path, Buffer.compare(content, files.get(path) ?? Buffer.from(''))]).toEqual([path, 0]);
  });

  it("should have a student's commands, and none of the staff's", () => {
    const cli = Buffer.from(files.get('grader/bundling/cli.js') ?? '').toString('utf8');
    expect(cli).toContain('command("update <from>")');
    expect(cli).toContain('command("grade <dir>")');
    for (const command of ['generate', 'release', 'new', 'validate'])
      expect(cli).not.toMatch(new RegExp(`command\\("${command}\\b`));
  });

  it('should not load packages in ways that code in vm does not support', () => {
    const bundles = [...files].filter(([path]) => path.startsWith('grader/bundling/') && path.endsWith('.js'));
    const loading = bundles.filter(([, content]) => /\bimport\(["'`]/.test(Buffer.from(content).toString('utf8')));
    expect(loading.map(([path]) => path)).toEqual([]);
  });

  it('should have handouts that only link to released files, without the calculations of their figures', () => {
    const texts = new Map(
      [...files].flatMap(([path, content]) =>
        path.endsWith('.md') ? [[path, Buffer.from(content).toString('utf8')] as const] : [],
      ),
    );
    expect([...texts.keys()]).toEqual(expect.arrayContaining(['README.md', 'data/README.md']));
    expect(deadLinks(texts, files.keys()).filter((one) => !isOfAbsent(one))).toEqual([]);
    expect([...texts].filter(([, text]) => /<!-- (costly )?figures/.test(text)).map(([path]) => path)).toEqual([]);
  });

  it("should have the data sets and their loaders, without the capstone's test data", () => {
    const data = [...files.keys()].filter((path) => path.startsWith('data/'));
    expect(data).toEqual(
      expect.arrayContaining([
        'data/README.md',
        'data/run.js',
        'data/digits/digits.train.csv.gz',
        'data/digits/loadDigits.ts',
      ]),
    );
    expect(data.filter((path) => /test|cut|distort/i.test(path))).toEqual([]);
  });

  it("should only have type declarations of the grader's TypeScript", () => {
    expect(
      [...files.keys()].filter(
        (path) => path.startsWith('grader/') && !/\.js$|\.d\.ts$|^grader\/skeletons\/.*\.txt$/.test(path),
      ),
    ).toEqual([]);
  });
});

describe('findLeaks', () => {
  itOf('06-optimizers')("should find a solution in the page's programs", async () => {
    const solution = await solutionOf('06-optimizers/optimizers.ts');
    const { code } = transformSync(solution, { loader: 'ts', format: 'cjs' });
    const path = 'grader/student/page/engine.js';
    const engine = Buffer.from(readable.get(path) ?? '').toString('utf8');
    expect(findLeaks(new Map([[path, Buffer.from(engine.slice(-100_000) + code)]]), secrets)).toEqual([
      expect.stringContaining('has code of solutions/06-optimizers/optimizers.ts'),
    ]);
  });

  itOf('03-losses')('should find a solution in a handout', async () => {
    const [, body = ''] =
      /BEGIN SOLUTION.*\n([^]*?) {2}\/\/ END SOLUTION/.exec(await solutionOf('03-losses/losses.ts')) ?? [];
    expect(leaksWith('assignments/03-losses/README.md', body)).toEqual([
      expect.stringMatching(
        /^assignments\/03-losses\/README\.md: line \d+ has code of solutions\/03-losses\/losses\.ts: /,
      ),
    ]);
  });

  itOf('03-losses')('should find twelve tokens of it, though not eleven', () => {
    const tokens = ['scores', '.', 'sub', '<', 'Tensor2D', '>', '(', 'scores', '.', 'max', '(', '1'];
    expect(leaksWith('assignments/README.md', tokens.join(' '))).toEqual([
      expect.stringContaining('solutions/03-losses/losses.ts'),
    ]);
    expect(leaksWith('assignments/README.md', tokens.slice(1).join(' '))).toEqual([]);
  });

  itOf('06-optimizers')('should find it commented out, in JSON, and compiled into a bundle', async () => {
    const solution = await solutionOf('06-optimizers/optimizers.ts');
    const { code } = transformSync(solution, { loader: 'ts', minifyWhitespace: true, format: 'cjs' });
    const path = 'assignments/06-optimizers/optimizers.ts';
    const from = expect.stringContaining('has code of solutions/06-optimizers/optimizers.ts') as string;
    expect(leaksWith(path, solution.replaceAll(/^/gm, '// '))).toEqual([from]);
    expect(leaksWith('assignments/course.json', JSON.stringify({ solution }))).toEqual([from]);
    expect(leaksWith('grader/student/jest/publicChecks.js', code)).toEqual([from]);
    expect(leaksWith('grader/student/jest/publicChecks.js', `const text = ${JSON.stringify(code)};`)).toEqual([from]);
  });

  itOf('03-losses')('should find the code of mistakes and of alternatives', async () => {
    const spec = await solutionOf('03-losses/softmaxLossMistakes.ts');
    const mistake = /function regularized[^]*?\n}\n/.exec(spec)?.[0] ?? '';
    expect(leaksWith('assignments/README.md', mistake)).toEqual([
      expect.stringContaining('solutions/03-losses/softmaxLossMistakes.ts'),
    ]);
    const alternatives = await solutionOf('03-losses/alternatives.ts');
    const { code } = transformSync(alternatives, { loader: 'ts', minifyWhitespace: true, format: 'cjs' });
    expect(leaksWith('grader/bundling/cli.js', code)).toEqual([expect.stringContaining('solutions/03-losses/')]);
  });

  itOf('03-losses')('should find three hidden random numbers, though not two', async () => {
    const assignment = await loadFullAssignment({ root, engine: root, curriculum }, '03-losses', {
      public: 'any',
      hidden: seed,
    });
    const hidden = assignment.exercises[0]?.cases.find(({ visibility }) => visibility === 'hidden');
    const scores = hidden?.calls[0]?.[0];
    const numbers = scores instanceof TensorValue ? [...scores.values] : [];
    const written = (count: number): string => numbers.slice(1, 1 + count).join(', ');
    expect(leaksWith('assignments/03-losses/README.md', written(3))).toEqual([
      expect.stringContaining(`random numbers of the hidden case 03-losses softmax ${hidden?.id}`),
    ]);
    expect(
      leaksWith(
        'assignments/03-losses/README.md',
        numbers
          .slice(1, 4)
          .map((number) => number.toFixed(9))
          .join('],['),
      ),
    ).toHaveLength(1);
    expect(leaksWith('assignments/03-losses/README.md', written(2))).toEqual([]);
  });

  it("should find a test image, compressed or not, and none among the students' images", () => {
    const [line = ''] = readLines('test') ?? [];
    const found = (path: string): string => `${path}: it has test images of the capstone`;
    expect(leaksWith('assignments/README.md', `[1, 2, ${line.replaceAll(',', ', ')}]`)).toEqual([
      found('assignments/README.md'),
    ]);
    const packed = new Map([
      ['data/digits/more.csv.gz', gzipSync(`${(readLines('train') ?? []).slice(0, 3).join('\n')}\n${line}\n`)],
    ]);
    expect(findLeaks(packed, secrets)).toEqual([found('data/digits/more.csv.gz')]);
    const another = line.replace(/^\d+/, (first) => `${Number(first) + 17}`);
    expect(leaksWith('assignments/README.md', another)).toEqual([]);
  });

  it('should find the hidden seed in any encoding', () => {
    for (const form of [
      seed,
      seed.toUpperCase(),
      Buffer.from(seed).toString('hex'),
      Buffer.from(seed).toString('base64'),
    ])
      expect(leaksWith('README.md', `"${form}"`)).toEqual(['README.md: it has the hidden seed']);
  });

  it('should find a private key', () => {
    const pem = String(key.export({ type: 'pkcs8', format: 'pem' }));
    expect(leaksWith('README.md', pem)).toEqual(['README.md: it has a private key']);
  });

  it('should find staff files, source maps, and folders of this machine', () => {
    for (const path of [
      'solutions/03-losses/losses.ts',
      'assignments/03-losses/losses.spec.ts',
      'grader/bundling/cli.js.map',
      'CHANGELOG.md',
      'data/x/x.test.csv.gz',
    ])
      expect(leaksWith(path, '')).toEqual([`${path}: it is a file that only staff may have`]);
    expect(leaksWith('grader/bundling/cli.js', '//# sourceMappingURL=data:x')).toEqual([
      'grader/bundling/cli.js: it has a source map',
    ]);
    expect(leaksWith('grader/bundling/cli.js', join(root, 'grader'))).toEqual([
      `grader/bundling/cli.js: it names a folder of this machine: ${root}`,
    ]);
  });
});

describe('release', () => {
  it('should not overwrite anything', async () => {
    const out = await mkdtemp(join(tmpdir(), 'descent-release-'));
    try {
      const say = (): void => undefined;
      await expect(release({ root, engine: root, curriculum }, { out: root, seed, say })).rejects.toThrow(
        'is not empty; name a new folder',
      );
      await expect(
        release({ root, engine: root, curriculum }, { out: join(out, 'x'), seed: 'short', say }),
      ).rejects.toThrow('create one with `grader new-seed`');
      const { publicSeed } = await readCourse(root);
      const before = process.env.DESCENT_HIDDEN_SEED;
      delete process.env.DESCENT_HIDDEN_SEED;
      try {
        await expect(release({ root, engine: root, curriculum }, { out: join(out, 'x'), say })).rejects.toThrow(
          'there is no hidden seed',
        );
      } finally {
        if (before !== undefined) process.env.DESCENT_HIDDEN_SEED = before;
      }
      await expect(
        release({ root, engine: root, curriculum }, { out: join(out, 'x'), seed: publicSeed, say }),
      ).rejects.toThrow('the hidden seed is the public one');
    } finally {
      await rm(out, { recursive: true });
    }
  });
});
