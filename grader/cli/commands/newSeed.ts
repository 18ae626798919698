import type { Command } from 'commander';
import { newSeed } from '../../pipeline/course';

/** `grader new-seed`: 128 random bits. */
export function addNewSeed(grader: Command): void {
  grader
    .command('new-seed')
    .description('makes a hidden seed that no one guesses: 128 random bits')
    .addHelpText('after', '\nExample:\n  mkdir -p .descent && grader new-seed > .descent/seed')
    .action(() => console.log(newSeed()));
}
