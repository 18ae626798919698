import { Sandbox } from '../../../../pipeline/sandbox';

/** Proves that a submission's process starts and answers. @throws in one sentence if it doesn't */
export async function prove(command: readonly string[]): Promise<void> {
  const sandbox = new Sandbox({ command, secondsPerExercise: 30 });
  try {
    const question = { id: 'proof', evaluation: { kind: 'calls', calls: [[]] } } as const;
    const asked = await sandbox.run(
      'exports.proof = () => 1;',
      [{ exercise: 'proof', banned: [], next: ({ size }) => (size === 0 ? [question] : []) }],
      () => undefined,
    );
    const answer = asked.status === 'asked' ? asked.answers.get('proof') : undefined;
    const outcome = answer?.status === 'answered' ? answer.outcomes.get('proof') : undefined;
    if (outcome?.status !== 'returned' || outcome.values[0] !== 1)
      throw new Error('a process for submissions was started, but does not answer');
  } finally {
    sandbox.close();
  }
}
