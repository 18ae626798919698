import type { Command } from 'commander';
import { readCourse } from '../../pipeline/course';
import { assertCourse } from '../assertCourse';
import { chooseAssignments } from '../chooseAssignments';
import type { Installation } from '../installation';
import { printLines } from '../printLines';

/** `grader generate [ID]…`: writes skeletons and public checks from solutions and specs. */
export function addGenerate(grader: Command, installation: Installation): void {
  grader
    .command('generate [id...]')
    .description("writes each assignment's skeleton and public.json from its solution and specs")
    .option('--check', 'write nothing; fail if a generated file is out of date')
    .addHelpText('after', '\nExamples:\n  grader generate\n  grader generate 03-losses\n  grader generate --check')
    .action(async (ids: readonly string[], { check = false }: { readonly check?: boolean }) => {
      if (!check) assertCourse(installation);
      const { checkGenerated, writeGenerated } = await import('../../author');
      const outdated: string[] = [];
      for (const id of chooseAssignments(await readCourse(installation.root), ids)) {
        const placed = placedIn(id);
        if (check) outdated.push(...(await checkGenerated(installation, id).catch(placed)));
        else
          for (const { file, changed } of await writeGenerated(installation, id).catch(placed))
            printLines(`${changed ? 'written  ' : 'unchanged'}  ${file}`);
      }
      if (outdated.length > 0)
        throw new Error(`${outdated.join(', ')}: out of date; run \`grader generate\` and commit the result`);
    });
}

/** Names the assignment in an error that has no path of its own. */
function placedIn(id: string): (error: Error) => never {
  return (error) => {
    if (error.message.includes(`solutions/${id}`)) throw error;
    throw new Error(`solutions/${id}: ${error.message}`, { cause: error });
  };
}
