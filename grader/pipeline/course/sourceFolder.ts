import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { CourseFolders } from './curriculum';

/** The folder of an assignment's solution, specs and hints: the course's own, otherwise the engine's. */
export function sourceFolder({ root, engine }: CourseFolders, id: string): string {
  const own = join(root, 'solutions', id);
  return existsSync(own) ? own : join(engine, 'solutions', id);
}
