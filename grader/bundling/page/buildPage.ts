import { isBuiltin } from 'node:module';
import { join, relative, sep } from 'node:path';
import { build, type Plugin } from 'esbuild';
import { courseAliases, type CourseFolders } from '../courseAliases';

/** The parts of the page, as text. */
export interface PageParts {
  readonly script: string;
  readonly style: string;
  /** The worker's script. */
  readonly engine: string;
}

/** Modules with side effects on loading; all others are tree-shaken. */
const withEffects =
  /^(?:grader\/precision\/install\.ts|grader\/student\/page\/(?:worker\/(?:main|tfjs)|client\/main)\.ts|.*\.css)$/;

/**
 * Builds the page from the grader's sources.
 *
 * @param minify - false to keep all names, so that leaks can be found
 * @throws if it would contain a Node module, naming the importer
 */
export async function buildPage({ engine, root }: CourseFolders, { minify = true } = {}): Promise<PageParts> {
  const aliases = courseAliases(engine, root);
  const [worker, page] = await Promise.all([
    bundle(engine, aliases, 'grader/student/page/worker/main.ts', minify),
    bundle(engine, aliases, 'grader/student/page/client/main.ts', minify),
  ]);
  return { engine: worker.script, script: page.script, style: page.style };
}

/** Bundles one program for a browser. */
async function bundle(
  engine: string,
  aliases: Readonly<Record<string, string>>,
  entry: string,
  minify: boolean,
): Promise<Pick<PageParts, 'script' | 'style'>> {
  const { outputFiles, metafile } = await build({
    absWorkingDir: engine,
    entryPoints: [join(engine, entry)],
    outfile: join(engine, 'page.js'),
    write: false,
    bundle: true,
    platform: 'browser',
    format: 'iife',
    target: 'es2022',
    charset: 'utf8',
    minify,
    legalComments: 'none',
    alias: {
      ...aliases,
      '@tensorflow/tfjs': join(engine, 'grader', 'student', 'page', 'worker', 'tfjs.ts'),
    },
    define: { 'process.env.NODE_ENV': '"production"' },
    preserveSymlinks: true,
    metafile: true,
    logLevel: 'silent',
    tsconfigRaw: '{}',
    plugins: [onlyWhatIsUsed(engine)],
  });
  mustBeForBrowsers(metafile);
  const output = (extension: string): string => outputFiles.find(({ path }) => path.endsWith(extension))?.text ?? '';
  return { script: output('.js'), style: output('.css') };
}

const resolvedAlready = Symbol('resolved already');

/**
 * Tree-shakes the grader's modules and their imports: a folder's `index.ts` also leads to files that read from disk.
 */
export function onlyWhatIsUsed(root: string): Plugin {
  const pathOf = (file: string): string => relative(root, file).split(sep).join('/');
  return {
    name: 'only-what-is-used',
    setup(to) {
      // Messages in all languages; zod itself uses English.
      to.onLoad({ filter: /[\\/]zod[\\/].*[\\/]locales[\\/]index\.[cm]?js$/ }, () => ({ contents: '' }));
      to.onResolve({ filter: /.*/ }, async ({ path, importer, resolveDir, kind, pluginData }) => {
        if (pluginData === resolvedAlready || kind === 'entry-point') return undefined;
        const isOurs = /^(?:grader|data)\//.test(pathOf(importer));
        const isTfjs = importer.includes(`${sep}@tensorflow${sep}`);
        if ((isBuiltin(path) && !isTfjs) || (isOurs && path === 'esbuild'))
          return { path, external: true, sideEffects: false };
        if (!isOurs) return undefined;
        const found = await to.resolve(path, { resolveDir, kind, importer, pluginData: resolvedAlready });
        const name = pathOf(found.path);
        const hasEffects = found.errors.length > 0 || withEffects.test(name) || name.includes('/@tensorflow/');
        return hasEffects ? found : { ...found, sideEffects: false };
      });
    },
  };
}

function mustBeForBrowsers({ inputs, outputs }: Awaited<ReturnType<typeof build>>['metafile'] & object): void {
  for (const { imports, inputs: used } of Object.values(outputs)) {
    const [foreign] = imports.filter(({ external, path }) => external === true && !harmless.includes(path));
    if (foreign === undefined) continue;
    const [importer] = Object.entries(inputs).find(
      ([name, input]) => Object.hasOwn(used, name) && input.imports.some(({ path }) => path === foreign.path),
    ) ?? ['?'];
    throw new Error(`${importer} is part of the page and uses ${foreign.path}, which no browser has`);
  }
}

/** Packages import these within `try` and work without them. */
const harmless: readonly string[] = ['crypto'];
