import { askInPhases, type AskedFile } from './askInPhases';
import { caseOf, exerciseOf, referenceOf, returned } from './checks/testing';
import type { ExerciseAnswers, Runner } from './sandbox';
import type { Assignment } from './types';

const exercise = exerciseOf({
  cases: [caseOf('public/one', [1], 1), caseOf('hidden/one', [2], 2, { visibility: 'hidden' })],
  checks: [referenceOf(undefined, ['public/one', 'hidden/one'])],
});

function fileOf(id: string): AskedFile {
  const assignment: Assignment = {
    id,
    title: id,
    file: `${id}.ts`,
    optional: false,
    scope: 'full',
    specHash: '',
    exercises: [exercise],
  };
  const compiled = { code: id, file: `${id}.ts`, sources: new Map(), remarks: [] } as unknown as AskedFile['compiled'];
  return { assignment, compiled, remarks: [], answers: new Map() };
}

/** Waits for `mayAnswer` before it answers, and logs what it was asked. */
function sandboxThat(mayAnswer: Promise<void>, events: string[]): Runner {
  return {
    run: async (code, questions) => {
      const answers = questions.map(({ exercise: name, known, next }): [string, ExerciseAnswers] => {
        const outcomes = new Map(next(known ?? new Map()).map(({ id }) => [id, returned(1)]));
        events.push(`${code} asked ${[...outcomes.keys()].join()}`);
        return [name, { status: 'answered', outcomes, durationMs: 0 }];
      });
      await mayAnswer;
      return { status: 'asked', answers: new Map(answers) };
    },
  };
}

describe('askInPhases', () => {
  it('should ask hidden cases in one sandbox only after the other has answered all public ones', async () => {
    const events: string[] = [];
    let letAnswer = (): void => undefined;
    const slow = new Promise<void>((resolve) => {
      letAnswer = resolve;
    });
    const asking = askInPhases(
      [fileOf('01-one'), fileOf('02-two')],
      [sandboxThat(Promise.resolve(), events), sandboxThat(slow, events)],
    );
    await new Promise(setImmediate);
    expect(events).toEqual(['01-one asked public/one', '02-two asked public/one']);
    letAnswer();
    await asking;
    expect(events.slice(2)).toEqual(['01-one asked hidden/one', '02-two asked hidden/one']);
  });
});
