import { Sandbox } from '../../sandbox';
import { note, ok, problem, type Finding } from './finding';

/** Whether a submission's process can be started, and what it is kept from. */
export async function lookAtSandbox(command: readonly string[]): Promise<readonly Finding[]> {
  const sandbox = new Sandbox({ command, secondsPerExercise: 10 });
  try {
    const works = await sandbox
      .run('', [], () => undefined)
      .then(
        (answers) => !('id' in answers),
        () => false,
      );
    return [
      works
        ? ok("submission's process", 'it starts and answers')
        : problem("submission's process", 'it does not start or does not answer', 'run `npm run prepare`, then `npx grader doctor` again'),
      note(
        'isolation',
        'level process: a submission runs in a process of its own that knows no expected values, but with your rights to files and network',
        'grade only what people you trust have written, or grade in a container or as a user of its own',
      ),
    ];
  } finally {
    sandbox.close();
  }
}
