import { jane, bob, wang, imported } from './testing/importedClass';

describe('importDownload, from Moodle', () => {
  const expected = {
    's1/03-losses/losses.ts': 'jane',
    's2/03-losses/losses.ts': 'bob',
    's3/03-losses/losses.ts': 'wang',
  };

  it.each([
    {
      what: 'in folders',
      names: [
        'Jane Marie Doe_11_assignsubmission_file/03-losses/losses.ts',
        'Stone Bob_12_assignsubmission_file_/losses.ts',
        '王小明_13_assignsubmission_file/losses (1).ts',
      ],
    },
    {
      what: 'in one folder',
      names: [
        'Jane Marie Doe_11_assignsubmission_file_losses.ts',
        'Bob Stone_12_assignsubmission_file_Losses.ts',
        '王小明_13_assignsubmission_file_losses_2.ts',
      ],
    },
    {
      what: 'packed again by hand',
      names: [
        'download/Jane Marie Doe_11_assignsubmission_file_/losses.ts',
        'x/Bob Stone_12_assignsubmission_file_/losses.ts',
        'y/王小明_13_assignsubmission_file_/losses.ts',
      ],
    },
  ])('should match files $what', async ({ names }) => {
    const contents = ['jane', 'bob', 'wang'];
    const { report, files } = await imported(
      'moodle',
      names.map((name, index) => ({ name, content: contents[index] ?? '' })),
    );

    expect(files).toEqual(expected);
    expect(report).toMatchObject({ unmatched: [], absent: [] });
  });

  it('should give the work of a group to all members', async () => {
    const group = [{ ...jane, group: 'Team A' }, { ...bob, group: 'Team A' }, wang];
    const { report, files } = await imported('moodle', [{ name: 'Team A_5_assignsubmission_file/losses.ts' }], group);

    expect(Object.keys(files)).toEqual(['s1/03-losses/losses.ts']);
    expect(report.imported.map(({ ids }) => ids)).toEqual([['s1', 's2']]);
    expect(report.absent.map(({ id }) => id)).toEqual(['s3']);
  });

  it('should take the highest number of several copies of a file', async () => {
    const { files } = await imported('moodle', [
      { name: 'Bob Stone_12_assignsubmission_file/losses (2).ts', content: 'third' },
      { name: 'Bob Stone_12_assignsubmission_file/losses (1).ts', content: 'second' },
      { name: 'Bob Stone_12_assignsubmission_file/losses.ts', content: 'first' },
    ]);

    expect(files).toEqual({ 's2/03-losses/losses.ts': 'third' });
  });

  it('should keep the work of students of whom nothing can be read from looking absent', async () => {
    const { report, files } = await imported('moodle', [
      { name: 'Bob "B" Stone_12_assignsubmission_file/losses.ts' },
      { name: '王小明_13_assignsubmission_file/losses.ts', content: 'wang' },
      { name: '王小明_13_assignsubmission_file/what?.ts' },
    ]);

    expect(files).toEqual({ 's3/03-losses/losses.ts': 'wang' });
    expect(report.unmatched).toEqual([
      {
        label: 'Bob "B" Stone (participant 12)',
        reason: `losses.ts can't be read: its name has one of < > : " | ? * in it, which Windows can't write`,
      },
    ]);
  });

  it('should keep online text of a student who handed in no file', async () => {
    const { report } = await imported('moodle', [
      { name: 'Bob Stone_12_assignsubmission_onlinetext/onlinetext.html', content: 'see my repository' },
      { name: '王小明_13_assignsubmission_onlinetext/onlinetext.html', content: 'late, sorry' },
      { name: '王小明_13_assignsubmission_file/losses.ts', content: 'wang' },
    ]);

    expect(report.imported.map(({ ids, remarks }) => [ids, remarks])).toEqual([
      [['s2'], ["none of the course's files: onlinetext.html (web page)"]],
      [['s3'], []],
    ]);
  });
});
