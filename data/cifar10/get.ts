/**
 * Downloads CIFAR-10, 170 MB, into data/cifar10.
 *
 *     node data/run.js cifar10/get [--from URL]
 */
import { parseArgs } from 'node:util';
import { DataError, megabytes } from '../files';
import { getCifar10 } from './getCifar10';
import { cifar10Source } from './source';

const linesPerDownload = 20;

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { from: { type: 'string' } } });
  const source = { ...cifar10Source, url: values.from ?? cifar10Source.url };
  let shown = -1;
  const isNew = await getCifar10({
    source,
    onProgress: (bytes) => {
      const step = Math.floor((bytes / source.bytes) * linesPerDownload);
      if (step === shown) return;
      shown = step;
      console.error(`${megabytes(bytes)} of ${megabytes(source.bytes)}`);
    },
  });
  console.log(isNew ? 'CIFAR-10 is in data/cifar10.' : 'CIFAR-10 is in data/cifar10 already.');
}

main().catch((error: unknown) => {
  if (!(error instanceof Error)) throw error;
  const isUsage = 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
  console.error(error instanceof DataError || isUsage ? error.message : error);
  process.exitCode = isUsage ? 2 : 1;
});
