import { annotations, formats, githubResult, stepOutput, type ExportInput, type ExportOptions } from './';
import { gradescopeResults } from './gradescope/results';
import { inputWith, hiddenNumber, results } from './testing/fixture';
import { golden } from './testing/golden';
import { classroom50ResultSchema, exercismSchema, githubSchema, gradescopeSchema } from './testing/schemas';
import { identity } from './testing/identity';

/** The text of one submission's file, or of the whole class's. */
function textOf(name: string, submission: string, options: Partial<ExportOptions> = {}): string {
  const all = inputWith(options);
  const input: ExportInput = { ...all, results: all.results.filter((one) => one.submission === submission) };
  const [only] = input.results;
  const format = formats.find((one) => one.name === name);
  if (only === undefined || format === undefined) throw new Error('no such submission or format');
  if (format.of === 'archive') throw new Error(`${name} is no text`);
  return format.of === 'class' ? format.write(all).text : format.write(only, input).text;
}

describe.each([
  ['gradescope', gradescopeSchema],
  ['github', githubSchema],
  ['exercism', exercismSchema],
  ['classroom50', classroom50ResultSchema],
])('%s', (name, schema) => {
  it('should match its golden file', () => {
    const text = textOf(name, 'b2', { identity });
    expect(text).toBe(golden(`${name}.json`, text));
  });

  it.each(['a1', 'b2', 'd4'])("should follow the platform's rules for %s", (submission) => {
    const parsed = schema.safeParse(JSON.parse(textOf(name, submission, { identity })));
    expect(parsed.error?.issues ?? []).toEqual([]);
  });
});

describe('every format', () => {
  const texts = formats.filter((one) => one.of !== 'archive' && one.name !== 'moodle-worksheet');
  const names = texts.map((one) => one.name);

  it.each(names)('should not contain numbers of hidden cases in %s', (name) => {
    for (const submission of ['a1', 'b2', 'd4'])
      expect(textOf(name, submission, { identity })).not.toContain(hiddenNumber);
  });

  it.each(['gradescope', 'github', 'classroom50'])('should not turn missing work into 0 points in %s', (name) => {
    expect(() => textOf(name, 'c3', { identity })).toThrow(
      'c3 has no points, since nothing was graded: 03-losses is missing, 09-beyond is missing; left out',
    );
  });

  it.each(['gradescope', 'github', 'classroom50'])(
    'should not turn a failure of the grader into 0 points in %s',
    (name) => {
      expect(() => textOf(name, 'e5', { identity })).toThrow(
        'e5 has no points in 03-losses, which the grader failed to grade; grade it again, then export',
      );
    },
  );
});

describe('gradescope', () => {
  const parsed = gradescopeSchema.parse(JSON.parse(textOf('gradescope', 'b2')));

  it('should count only points that are not optional', () => {
    expect(parsed.score).toBe(7.5);
    expect(parsed.tests?.map(({ score, max_score: most }) => [score, most])).toEqual([
      [6, 6],
      [1.5, 4],
      [0, 10],
      [0, 5],
    ]);
    expect(parsed.tests?.at(-1)?.name).toMatch(/^\(optional\)/);
  });

  it('should make every test visible, since a hidden one hides the total', () => {
    expect(new Set([parsed.visibility, ...(parsed.tests ?? []).map(({ visibility }) => visibility)])).toEqual(
      new Set(['visible']),
    );
  });

  it('should report problems of whole files at the top', () => {
    const [, , third] = results;
    if (third === undefined) throw new Error('no result');
    // On Gradescope itself, which has no empty score, the score is passed in.
    expect(gradescopeResults(third, { score: 0 })).toMatchObject({
      score: 0,
      output: expect.stringContaining('03-losses: not submitted\nthere is no 03-losses/losses.ts') as string,
    });
  });
});

describe('github', () => {
  it('should give the reporter and its console the same points', () => {
    const result = githubSchema.parse(JSON.parse(textOf('github', 'b2')));
    expect(result).toMatchObject({ status: 'fail', max_score: 20 });
    expect(result.tests.reduce((sum, { score }) => sum + score, 0)).toBe(7.5);
  });

  it.each([
    ['a1', 'pass'],
    ['b2', 'fail'],
  ])('should rate %s as %s', (submission, status) => {
    expect(JSON.parse(textOf('github', submission))).toMatchObject({ status });
  });

  it('should write its output as base64 on one line', () => {
    const [, second] = results;
    if (second === undefined) throw new Error('no result');
    const result = githubResult(second, inputWith());
    const [, base64 = ''] = /^result=([A-Za-z0-9+/=]+)\n$/.exec(stepOutput(result)) ?? [];
    expect(JSON.parse(Buffer.from(base64, 'base64').toString('utf8'))).toEqual(result);
  });

  it("should annotate failures, and print the points in the reporter's format", () => {
    const [, second, , fourth] = results;
    if (second === undefined || fourth === undefined) throw new Error('no result');
    const lines = annotations(second, inputWith());
    // softmax failed, hingeLoss is still to do.
    expect(lines).toHaveLength(3);
    expect(lines[0]).toBe(
      '::error file=assignments/03-losses/losses.ts,title=03-losses › softmax › dW matches the reference::' +
        'softmax.dW fails on a hidden case%0A  Hint: is the "sum" < 1 & finite?',
    );
    expect(lines.slice(-2)).toEqual([
      '::notice title=Autograding complete::Points 7.5/20',
      '::notice title=Autograding report::{"totalPoints":7.5,"maxPoints":20}',
    ]);
    // Line breaks would end a command, and are escaped.
    expect(annotations(fourth, inputWith()).every((line) => !/[\r\n]/.test(line))).toBe(true);
  });
});

describe('classroom50', () => {
  it('should double the points to get integers', () => {
    expect(JSON.parse(textOf('classroom50', 'b2', { identity }))).toMatchObject({ score: 15, 'max-score': 40 });
  });

  it('should report missing and invalid fields with their variables', () => {
    const { owner: _owner, ...rest } = identity;
    expect(() => textOf('classroom50', 'b2', { identity: { ...rest, submission: 'v1', datetime: 'today' } })).toThrow(
      'classroom50 needs owner (OWNER or USERNAME), submission (SUBMISSION_TAG), which must start with submit/, ' +
        'datetime (SUBMITTED_AT), which must be a time such as 2027-02-12T22:59:00Z: set the variables',
    );
  });

  it('should refuse a whole class', () => {
    const format = formats.find(({ name }) => name === 'classroom50');
    const [first] = results;
    if (format?.of !== 'submission' || first === undefined) throw new Error('no such format');
    expect(() => format.write(first, inputWith({ identity }))).toThrow('name its submission with --submission');
  });
});

describe('exercism', () => {
  it('should give checks the number of their function', () => {
    const { tests } = exercismSchema.parse(JSON.parse(textOf('exercism', 'a1')));
    expect(tests.map(({ task_id: task }) => task)).toEqual([1, 1, 2, 3]);
  });

  it.each([
    ['a1', 'pass'],
    ['b2', 'fail'],
    ['c3', 'error'],
    ['e5', 'fail'],
  ])('should rate %s as %s: error only if nothing ran', (submission, status) => {
    expect(JSON.parse(textOf('exercism', submission))).toMatchObject({ status });
  });

  it('should limit the file to 500 KB', () => {
    const [, second] = results;
    const format = formats.find(({ name }) => name === 'exercism');
    if (second === undefined || format?.of !== 'submission') throw new Error('no result');
    const talkative = structuredClone(second);
    for (const { exercises } of talkative.assignments)
      for (const { checks } of exercises)
        for (const one of checks) if (one.status !== 'passed') one.studentMessage = `${'😀'.repeat(100_000)}x`;
    const { text } = format.write(talkative, inputWith());
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(500_000);
    expect(exercismSchema.safeParse(JSON.parse(text)).success).toBe(true);
    expect(text).not.toMatch(/\p{Cs}/u);
  });
});

describe('formats of a submission', () => {
  it('should not depend on durations, which could reveal hidden cases', () => {
    const [one] = results;
    if (one === undefined) throw new Error('there are results');
    const assignments = one.assignments.map((assignment) => ({
      ...assignment,
      exercises: assignment.exercises.map((exercise) => ({ ...exercise, durationMs: 60_000 })),
    }));
    const input: ExportInput = { ...inputWith({ identity }), results: [one] };
    for (const format of formats)
      if (format.of === 'submission')
        expect(format.write({ ...one, assignments }, input).text).toBe(format.write(one, input).text);
  });
});
