import { answer, jane, bob, imported } from './testing/importedCases';

describe('importDownload, matching people', () => {
  it.each(['CS/2021/001', '@annlee', '+49', 'jr.', 'constructor', '__proto__', 'con', 'x'.repeat(140), '=1+1'])(
    'should let a batch find the id %s',
    async (id) => {
      const { found, roster } = await imported(
        [{ name: 'doejane_1_1_losses.ts', content: answer }],
        [{ ...jane, id }, bob],
        {
          platform: 'canvas',
        },
      );

      expect(roster[0]?.id).toBe(id);
      expect(Object.keys(found)).toEqual([id]);
    },
  );

  it('should not match a person with contradicting fields', async () => {
    const entry = (key: number, name: string, email: string): string =>
      `submission_${key}:\n  :submitters:\n  - :name: ${name}\n    :sid: '124'\n    :email: ${email}\n  :created_at: 2027-03-12 2${key}:10:00 Z\n`;
    const { report } = await imported(
      [
        {
          name: 'a/submission_metadata.yml',
          content: entry(1, 'Jane Doe', 'jane@x.org') + entry(0, 'Bob Stone', 'bob@x.org'),
        },
        { name: 'a/submission_1/losses.ts', content: 'jane' },
        { name: 'a/submission_0/losses.ts', content: 'bob' },
      ],
      [jane, bob],
      { platform: 'gradescope' },
    );

    expect(report.imported.map(({ ids, label }) => [ids, label])).toEqual([[['124'], 'submission_0']]);
    expect(report.unmatched).toEqual([
      {
        label: 'submission_1',
        reason: "Jane Doe: its id is Bob Stone's (124), but its email is Jane Doe's (123); assign it with --map",
      },
    ]);
  });

  it('should use owners given by a person', async () => {
    const { report } = await imported([{ name: 'janed_1_1_losses.ts', content: answer }], [jane, bob], {
      platform: 'canvas',
      settled: new Map([['janed (user 1)', '123']]),
    });

    expect(report.imported[0]?.ids).toEqual(['123']);
  });

  it('should name the nearest student', async () => {
    const { report } = await imported(
      [
        { name: 'Jane Mary Doe_1_assignsubmission_file/losses.ts', content: answer },
        { name: 'Bob Stone_2_assignsubmission_file/losses.ts', content: answer },
      ],
      [jane, bob],
      { platform: 'moodle' },
    );

    expect(report.unmatched[0]?.reason).toBe(
      'no one in the roster has this name; nearest: Jane Doe (123); assign it with --map',
    );
  });

  it('should merge identical copies of a team, and keep different ones apart', async () => {
    const team = (bobs: string): Record<string, string> => ({
      'Team A-Jane Doe_11_assignsubmission_file_/losses.ts': answer,
      'Team A-Bob Stone_12_assignsubmission_file_/losses.ts': bobs,
    });

    const same = await imported(team(answer), [jane, bob], { platform: 'moodle' });
    expect(same.found).toEqual({ '123': '123', '124': '123' });
    expect(same.roster.map(({ group }) => group)).toEqual(['Team A', 'Team A']);
    expect(same.report.imported).toMatchObject([
      {
        ids: ['123', '124'],
        handedInAs: [
          { file: 'Team A-Jane Doe_11_assignsubmission_file_/losses.ts', ids: ['123'] },
          { file: 'Team A-Bob Stone_12_assignsubmission_file_/losses.ts', ids: ['124'] },
        ],
      },
    ]);

    const different = await imported(team(`${answer}// mine`), [jane, bob], { platform: 'moodle' });
    expect(different.found).toEqual({ '123': '123', '124': '124' });
    expect(different.roster.map(({ group }) => group)).toEqual(['', '']);
  });

  it('should not merge copies when only one is marked late', async () => {
    const team = [jane, bob].map((one) => ({ ...one, group: 'Team A' }));
    const { found, roster } = await imported(
      ['doejane_LATE_101_1', 'stonebob_102_2'].map((name) => ({ name: `${name}_losses.ts`, content: answer })),
      team,
      { platform: 'canvas' },
    );
    expect(found).toEqual({ '123': '123', '124': '124' });
    expect(roster.map(({ markedLate }) => markedLate)).toEqual(['Canvas', undefined]);
  });

  it('should find the members of teams in the format of older Moodles', async () => {
    const { report } = await imported(
      ['Team A-Jane Doe_11', 'Default group-Bob Stone_12', 'Team B-Jane Doe_13'].map((name) => ({
        name: `${name}_assignsubmission_file_/losses.ts`,
        content: answer,
      })),
      [{ ...jane, group: 'Team A' }, bob],
      { platform: 'moodle' },
    );

    expect(report.imported.map(({ ids, label }) => [ids, label])).toEqual([
      [['123'], 'Team A-Jane Doe (participant 11)'],
      [['124'], 'Default group-Bob Stone (participant 12)'],
    ]);
    expect(report.unmatched).toHaveLength(1);
  });

  it('should match people by the numbers in the list of the platform', async () => {
    const { report } = await imported(
      [{ name: 'janie_501_1_losses.ts', content: answer }],
      [{ ...jane, accounts: ['501'] }, bob],
      {
        platform: 'canvas',
      },
    );

    expect(report.imported[0]?.ids).toEqual(['123']);
  });

  it("should go by the name when a number is another student's id by chance", async () => {
    const { report } = await imported(
      [
        { name: 'Jane Doe_124_assignsubmission_file/losses.ts', content: answer },
        { name: 'Bob Stone_125_assignsubmission_file/losses.ts', content: answer },
      ],
      [jane, bob],
      { platform: 'moodle' },
    );

    expect(report.imported.map(({ ids, label }) => [ids, label])).toEqual([
      [['123'], 'Jane Doe (participant 124)'],
      [['124'], 'Bob Stone (participant 125)'],
    ]);
  });

  it('should keep the numbers of the platform for the next import', async () => {
    const students = [{ ...jane, accounts: ['501', 'jdoe'] }, bob];
    const zip = [{ name: 'janie_501_1_losses.ts', content: answer }];
    const { roster } = await imported(zip, students, { platform: 'canvas' });
    expect(roster.map(({ accounts }) => accounts)).toEqual([['501', 'jdoe'], undefined]);
  });
});
