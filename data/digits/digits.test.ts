import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { appendFileSync, copyFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import * as tf from '@tensorflow/tfjs';
import { buildSync } from 'esbuild';
import { findDataFolder } from '../files';
import { cutDigits, joinDigits } from './cutDigits';
import { digitsFiles } from './digitsFiles';
import { loadDigits, loadTestDigits, readDigits, readTestDigits } from './index';
import { parseDigits } from './parseDigits';
import { readLines } from './readLines';

const [trainLines, testLines] = [readLines('train') ?? [], readLines('test') ?? []];

describe('the files of the digits', () => {
  const csv = joinDigits({ train: trainLines, test: testLines });

  // SHA-256 of scikit-learn's digits.csv, unpacked: zcat digits.csv.gz | sha256sum
  it('should together be exactly the source', () => {
    const sha256 = createHash('sha256').update(csv).digest('hex');
    expect(sha256).toBe('6ebb3d2fee246a4e99363262ddf8a00a3c41bee6014c373ed9d9216ba7f651b8');
  });

  it('should be split as documented', () => {
    expect(cutDigits(csv)).toEqual({ train: trainLines, test: testLines });
  });

  it('should have the checksums in the README', () => {
    const readme = readFileSync(join(__dirname, 'README.md'), 'utf8');
    for (const { name, sha256 } of Object.values(digitsFiles)) expect(readme).toMatch(new RegExp(`${sha256}  ${name}`));
  });
});

describe('loadDigits', () => {
  it('should return tensors of the documented shapes, dtypes and range', () => {
    const { train, validation, test } = loadDigits();
    for (const [examples, count] of [[train, 1000] as const, [validation, 297] as const, [test, 500] as const]) {
      expect(examples?.x.shape).toEqual([count, 64]);
      expect(examples?.x.dtype).toBe('float32');
      expect(examples?.y.shape).toEqual([count]);
      expect(examples?.y.dtype).toBe('int32');
      expect(examples?.x.min().dataSync()[0]).toBe(0);
      expect(examples?.x.max().dataSync()[0]).toBe(1);
      expect(new Set(examples?.y.dataSync())).toEqual(new Set([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]));
    }
    tf.dispose([train, validation, ...(test === undefined ? [] : [test])]);
  });

  it('should not leak tensors', () => {
    tf.engine().startScope();
    const before = tf.memory().numTensors;
    loadDigits();
    expect(tf.memory().numTensors - before).toBe(6);
    tf.engine().endScope();
  });

  // The last line of the test file, by hand: its label is its 65th number.
  it('should keep rows and labels together', () => {
    const numbers = (testLines.at(-1) ?? '').split(',').map(Number);
    const { x, y } = loadTestDigits();
    expect(Array.from(x.slice([499], [1]).dataSync())).toEqual(numbers.slice(0, 64).map((value) => value / 16));
    expect(y.dataSync()[499]).toBe(numbers[64]);
    tf.dispose([x, y]);
  });

  it('should return the same examples for the same seed', () => {
    expect(readDigits({ seed: 5 })).toEqual(readDigits({ seed: 5 }));
    expect(readDigits({ seed: 5 }).train).not.toEqual(readDigits({ seed: 6 }).train);
  });

  it('should neither lose, duplicate nor share images in the split', () => {
    const images = ({ pixels, labels }: { pixels: Uint8Array; labels: Uint8Array }): string[] =>
      Array.from(labels, (label, row) => [...pixels.subarray(row * 64, row * 64 + 64), label].join(','));
    const { train, validation } = readDigits({ seed: 7 });
    const all = [...images(train), ...images(validation)];
    expect(all.toSorted()).toEqual(trainLines.toSorted());
    // No two of the 1,797 images are equal, so none is in both files.
    expect(new Set([...all, ...testLines]).size).toBe(1797);
  });

  it('should run in a bundle, in plain Node, in single precision', () => {
    const folder = mkdtempSync(join(tmpdir(), 'digits-bundle-'));
    try {
      const root = resolve(__dirname, '../..');
      const outfile = join(folder, 'program.cjs');
      const contents = `
        import { loadDigits } from './data/digits';
        const { train, test } = loadDigits();
        console.log(JSON.stringify([train.x.shape, train.x.dataSync().BYTES_PER_ELEMENT, Math.max(...train.x.dataSync()), test?.y.shape]));`;
      const stdin = { contents, resolveDir: root, loader: 'ts' } as const;
      buildSync({
        stdin,
        outfile,
        bundle: true,
        platform: 'node',
        format: 'cjs',
        tsconfig: join(root, 'tsconfig.json'),
        logLevel: 'error',
      });
      const { stdout } = spawnSync(process.execPath, [outfile], { cwd: root, encoding: 'utf8' });
      expect(stdout.trim().split('\n').at(-1)).toBe('[[1000,64],4,1,[500]]');
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

describe('when files of the digits are missing or damaged', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'digits-'));
    copyFileSync(join(__dirname, digitsFiles.train.name), join(folder, digitsFiles.train.name));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('should load the other parts without test images', () => {
    const { train, validation, test } = loadDigits({ folder });
    expect(test).toBeUndefined();
    expect(readTestDigits({ folder })).toBeUndefined();
    expect(train.x.shape).toEqual([1000, 64]);
    tf.dispose([train, validation]);
  });

  it('should say why test images are missing', () => {
    expect(() => loadTestDigits({ folder })).toThrow(
      /digits\.test\.csv\.gz is not there\. A student's copy has no test images, since they mark the capstone: measure on the validation images instead\./,
    );
  });

  it('should say the same in Chinese for Chinese readers', () => {
    process.env.DESCENT_LANG = 'zh';
    try {
      expect(() => loadTestDigits({ folder })).toThrow(/没有 .*digits\.test\.csv\.gz。学生的副本里没有测试图像/);
      appendFileSync(join(folder, digitsFiles.train.name), '\n');
      expect(() => loadDigits({ folder })).toThrow(/digits\.train\.csv\.gz 已损坏或被改动：它的 SHA-256 是/);
      rmSync(join(folder, digitsFiles.train.name));
      expect(() => loadDigits({ folder })).toThrow(/^缺少 .*digits\.train\.csv\.gz。请从发布的课程文件中恢复它。$/);
      expect(() => parseDigits(['1,2'])).toThrow('第 1 行不是数字图像：1,2…');
      expect(() => findDataFolder('flowers', [tmpdir()])).toThrow('这里和上级目录中都没有 data/flowers 文件夹');
    } finally {
      delete process.env.DESCENT_LANG;
    }
  });

  it('should name a changed file', () => {
    appendFileSync(join(folder, digitsFiles.train.name), '\n');
    expect(() => loadDigits({ folder })).toThrow(/digits\.train\.csv\.gz is damaged or was changed: its SHA-256 is/);
  });

  it('should name a missing file', () => {
    rmSync(join(folder, digitsFiles.train.name));
    expect(() => loadDigits({ folder })).toThrow(/digits\.train\.csv\.gz is missing\. Restore it from the release\./);
  });
});

describe('parseDigits', () => {
  const row = (pixel: number | string, label: number | string): string =>
    [...Array<number | string>(64).fill(pixel), label].join(',');

  it('should accept pixels up to 16 and labels up to 9', () => {
    const { pixels, labels } = parseDigits([row(16, 9), row(0, 0)]);
    expect(Array.from(pixels)).toEqual([...Array<number>(64).fill(16), ...Array<number>(64).fill(0)]);
    expect(Array.from(labels)).toEqual([9, 0]);
  });

  it.each([row(17, 1), row(1, 10), row(-1, 1), row(0.5, 1), row('x', 1), '1,2,3', `${row(1, 1)},1`])(
    'should reject line 2 when it is %s',
    (line) => {
      expect(() => parseDigits([row(1, 1), line])).toThrow('Line 2 is not a digit');
    },
  );
});
