import type { Command } from 'commander';
import { newSeed } from '../../pipeline/course';

/** `grader new-seed`: prints 128 random bits. */
export function addNewSeed(grader: Command): void {
  grader
    .command('new-seed')
    .description("generates a hidden seed that can't be guessed (128 random bits)")
    .addHelpText('after', '\nExample:\n  mkdir -p .descent && grader new-seed > .descent/seed')
    .action(() => console.log(newSeed()));
}
