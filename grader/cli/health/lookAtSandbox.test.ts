import { levelFinding, warmFinding } from './lookAtSandbox';

const works = (level: 'bubblewrap' | 'unshare' | 'permissions') => ({
  status: 'available' as const,
  level,
  command: ['x'],
  nursery: () => ({ status: 'unavailable', reason: 'not in this test' }) as const,
});
const missing = {
  status: 'missing',
  level: 'bubblewrap',
  reason: 'bwrap is not installed',
  advice: 'install it',
} as const;
const foreign = { status: 'missing', level: 'unshare', reason: 'only Linux has it', advice: undefined } as const;

describe('the level of isolation', () => {
  it('should be fine where it is the strongest', () => {
    expect(levelFinding({ level: 'bubblewrap' }, [works('bubblewrap'), works('unshare')])).toMatchObject({
      status: 'ok',
      fact: 'level bubblewrap: a submission has no network, no files and no other processes',
      advice: '',
    });
  });

  it('should say why it is not stronger, and what to do', () => {
    expect(levelFinding({ level: 'unshare' }, [missing, works('unshare')])).toMatchObject({
      status: 'note',
      fact: expect.stringMatching(/^level unshare: .* \(bubblewrap: bwrap is not installed\)$/) as string,
      advice: 'install it',
    });
  });

  it('should say whom to grade where nothing can be done', () => {
    expect(
      levelFinding({ level: 'permissions' }, [{ ...foreign, level: 'bubblewrap' }, foreign, works('permissions')]),
    ).toMatchObject({
      status: 'note',
      fact: expect.stringContaining('(bubblewrap: only Linux has it; unshare: only Linux has it)') as string,
      advice: expect.stringContaining('people you trust') as string,
    });
  });

  it('should be a problem where a batch would refuse to grade, and nowhere else', () => {
    const here = [missing, works('permissions')];
    expect(levelFinding({ level: 'permissions' }, here, 'permissions-uid')).toMatchObject({
      status: 'problem',
      fact: expect.stringContaining('the course demands permissions-uid') as string,
      advice: 'install it; or give batch --allow-weak-isolation',
    });
    expect(levelFinding({ level: 'permissions' }, here, 'permissions')).toMatchObject({ status: 'note' });
    expect(levelFinding({ level: 'permissions' }, here)).toMatchObject({ status: 'note' });
  });

  it('should say that it was chosen where a stronger one works', () => {
    expect(levelFinding({ level: 'permissions' }, [works('bubblewrap'), works('permissions')])).toMatchObject({
      status: 'note',
      advice: 'bubblewrap works here too, and DESCENT_ISOLATION keeps it from being used',
    });
  });
});

describe('the way that processes are started', () => {
  it('should be warm where it can, and else say why not', () => {
    expect(warmFinding({ status: 'warm' })).toMatchObject({ status: 'ok' });
    expect(warmFinding({ status: 'failed', reason: 'only Linux has it' })).toMatchObject({
      status: 'note',
      fact: "every submission's process starts cold: only Linux has it",
    });
  });
});
