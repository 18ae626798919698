import type { Command } from 'commander';
import { readCourse } from '../course';
import { chooseAssignments } from './chooseAssignments';
import type { Installation } from './installation';

/** `grader generate [ID]…`: skeletons and public checks from solutions and specs. */
export function addGenerate(grader: Command, { root }: Installation): void {
  grader
    .command('generate [id...]')
    .description("writes each assignment's skeleton and public.json from its solution and specs")
    .addHelpText('after', '\nExamples:\n  grader generate\n  grader generate 03-losses')
    .action(async (ids: readonly string[]) => {
      const { writeGenerated } = await import('../author/writeGenerated');
      for (const id of chooseAssignments(await readCourse(root), ids)) {
        for (const { file, changed } of await writeGenerated(root, id)) console.log(`${changed ? 'written  ' : 'unchanged'}  ${file}`);
      }
    });
}
