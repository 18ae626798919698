import { dirname, join } from 'node:path';
import { z } from 'zod';
import { readJson, writeWhole } from '../../files';
import { ensureBundles } from '../bundles';
import type { CourseFolders } from '../courseAliases';
import { buildPage, type PageParts } from './buildPage';

const schema = z.object({ script: z.string(), style: z.string(), engine: z.string() });

/**
 * The cached page for the current state of the sources, or a newly built one.
 *
 * @param minify - false to keep all names, so that leaks can be found
 */
export async function keptPage({ engine, root }: CourseFolders, { minify = true } = {}): Promise<PageParts> {
  const file = keptPageFile({ engine, root }, { minify });
  const kept = await readJson(file, schema);
  if (kept.status === 'read') return kept.value;
  const parts = await buildPage({ engine, root }, { minify });
  await writeWhole(file, JSON.stringify(parts));
  return parts;
}

/** Next to the bundles of the same sources. */
export function keptPageFile({ engine, root }: CourseFolders, { minify }: { readonly minify: boolean }): string {
  return join(dirname(ensureBundles(engine, root).cli), minify ? 'page.json' : 'page.named.json');
}
