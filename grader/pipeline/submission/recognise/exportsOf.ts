import { build } from 'esbuild';
import { withinLimits } from '../withinLimits';

/**
 * Names that a file exports itself; those of `export * from` are not included. Runs none of its code.
 *
 * @returns undefined if it doesn't compile
 */
export async function exportsOf(text: string): Promise<readonly string[] | undefined> {
  try {
    const built = await withinLimits(() =>
      build({
        stdin: { contents: text, loader: 'ts' },
        bundle: false,
        write: false,
        metafile: true,
        format: 'esm',
        tsconfigRaw: '{}',
        logLevel: 'silent',
      }),
    );
    if (built.status === 'ended') return undefined;
    const { metafile } = built.result;
    return Object.values(metafile.outputs).flatMap((output) => output.exports);
  } catch {
    return undefined;
  }
}
