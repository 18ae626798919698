import { closeSync, ftruncateSync, mkdtempSync, openSync, rmSync, truncateSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as tf from '@tensorflow/tfjs';
import { cifar10Counts, cifar10Files, loadCifar10, readCifar10 } from './index';
import { parseRecords } from './parseRecords';

/**
 * Sparse files of the real size: black airplanes, except for the first and the last record of each file, which are
 * filled with the file's number and have that class.
 */
function writeFiles(folder: string): void {
  for (const [number, name] of [...cifar10Files.train, ...cifar10Files.test].entries()) {
    const file = openSync(join(folder, name), 'w');
    const record = new Uint8Array(3073).fill(number + 1);
    writeSync(file, record, 0, 3073, 0);
    writeSync(file, record, 0, 3073, 9999 * 3073);
    ftruncateSync(file, 30_730_000);
    closeSync(file);
  }
}

describe('loading CIFAR-10', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'cifar10-'));
    writeFiles(folder);
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('should know how many images there are', () => {
    expect(cifar10Counts).toEqual({ train: 50_000, test: 10_000 });
  });

  it('should read across the boundary of two files', () => {
    const { pixels, labels } = readCifar10({ part: 'train', from: 9998, count: 4, folder });
    expect(Array.from(labels)).toEqual([0, 1, 2, 0]);
    expect([0, 1, 2, 3].map((image) => pixels[image * 3072 + 3071])).toEqual([0, 1, 2, 0]);
  });

  it('should return tensors in 0..1, with validation images from the end of the training files', () => {
    const { train, validation, test } = loadCifar10({ train: 2, validation: 1, test: 3, folder });
    expect([train, validation, test].map(({ x }) => x.shape)).toEqual([
      [2, 3072],
      [1, 3072],
      [3, 3072],
    ]);
    expect([train, validation, test].map(({ y }) => Array.from(y.dataSync()))).toEqual([[1, 0], [5], [6, 0, 0]]);
    expect(validation.y.dtype).toBe('int32');
    // Tests run in double precision, so 5/255 is exact to the last bit.
    expect(validation.x.max().dataSync()[0]).toBe(5 / 255);
    tf.dispose([train, validation, test]);
  });

  it('should reject more images than there are', () => {
    expect(() => loadCifar10({ train: 50_000, folder })).toThrow('50000 + 1000 images are more than the 50000');
    expect(() => readCifar10({ part: 'test', from: 9999, count: 2, folder })).toThrow(
      'CIFAR-10 has 10000 test images; 2 from number 9999 on are not among them.',
    );
    expect(() => readCifar10({ part: 'test', from: -1, count: 2, folder })).toThrow(RangeError);
  });

  it('should say what to do when a file is missing or truncated', () => {
    rmSync(join(folder, 'test_batch.bin'));
    expect(() => readCifar10({ part: 'test', from: 0, count: 1, folder })).toThrow(
      /test_batch\.bin is not there\. CIFAR-10 has to be downloaded once \(170 MB\): node data\/run\.js cifar10\/get$/,
    );
    truncateSync(join(folder, 'data_batch_1.bin'), 100);
    expect(() => readCifar10({ part: 'train', from: 0, count: 1, folder })).toThrow(
      /has 100 bytes instead of 30730000\. Delete it/,
    );
  });

  it('should say it in Chinese for Chinese readers', () => {
    process.env.DESCENT_LANG = 'zh';
    try {
      rmSync(join(folder, 'test_batch.bin'));
      expect(() => readCifar10({ part: 'test', from: 0, count: 1, folder })).toThrow(
        /没有 .*test_batch\.bin。CIFAR-10 需要先下载一次（170 MB）：node data\/run\.js cifar10\/get$/,
      );
      truncateSync(join(folder, 'data_batch_1.bin'), 100);
      expect(() => readCifar10({ part: 'train', from: 0, count: 1, folder })).toThrow(
        /有 100 字节，应为 30730000 字节。请删除它/,
      );
      expect(() => parseRecords(new Uint8Array(1))).toThrow('1 字节不是每条 3073 字节的整数条记录。');
      expect(() => parseRecords(new Uint8Array(3073).fill(10))).toThrow('第 0 条记录的标签是 10；标签应为 0 到 9。');
    } finally {
      delete process.env.DESCENT_LANG;
    }
  });
});
