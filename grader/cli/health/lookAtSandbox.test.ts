import type { Finding, Found } from './finding';
import * as sandbox from './lookAtSandbox';
import { healthTexts } from './texts';

type InEnglish<Look extends (...args: never[]) => Finding> = (...args: Parameters<Look>) => Found;
const levelFinding: InEnglish<typeof sandbox.levelFinding> = (...args) =>
  sandbox.levelFinding(...args)(healthTexts('en'));
const warmFinding: InEnglish<typeof sandbox.warmFinding> = (...args) => sandbox.warmFinding(...args)(healthTexts('en'));

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
  it('should be ok at the strongest level', () => {
    expect(levelFinding({ level: 'bubblewrap' }, [works('bubblewrap'), works('unshare')])).toMatchObject({
      status: 'ok',
      fact: 'level bubblewrap: a submission has no network, no files and no other processes',
      advice: '',
    });
  });

  it('should say why no stronger level works, and what to do', () => {
    expect(levelFinding({ level: 'unshare' }, [missing, works('unshare')])).toMatchObject({
      status: 'note',
      fact: expect.stringMatching(/^level unshare: .* \(bubblewrap: bwrap is not installed\)$/) as string,
      advice: 'install it',
    });
  });

  it('should say whose work to grade when no stronger level is possible', () => {
    expect(
      levelFinding({ level: 'permissions' }, [{ ...foreign, level: 'bubblewrap' }, foreign, works('permissions')]),
    ).toMatchObject({
      status: 'note',
      fact: expect.stringContaining('(bubblewrap: only Linux has it; unshare: only Linux has it)') as string,
      advice: expect.stringContaining('people you trust') as string,
    });
  });

  it('should be a problem only if a batch would refuse to grade', () => {
    const here = [missing, works('permissions')];
    expect(levelFinding({ level: 'permissions' }, here, 'permissions-uid')).toMatchObject({
      status: 'problem',
      fact: expect.stringContaining('the course demands permissions-uid') as string,
      advice: 'install it; or give batch --allow-weak-isolation',
    });
    expect(levelFinding({ level: 'permissions' }, here, 'permissions')).toMatchObject({ status: 'note' });
    expect(levelFinding({ level: 'permissions' }, here)).toMatchObject({ status: 'note' });
  });

  it('should say that a stronger level works but was not chosen', () => {
    expect(levelFinding({ level: 'permissions' }, [works('bubblewrap'), works('permissions')])).toMatchObject({
      status: 'note',
      advice: 'bubblewrap works here too, but DESCENT_ISOLATION prevents its use',
    });
  });
});

describe('how processes are started', () => {
  it('should be warm if possible, otherwise say why not', () => {
    expect(warmFinding({ status: 'warm' })).toMatchObject({ status: 'ok' });
    expect(warmFinding({ status: 'failed', reason: 'only Linux has it' })).toMatchObject({
      status: 'note',
      fact: "every submission's process starts cold: only Linux has it",
    });
  });
});

describe("the sandbox's findings in Chinese", () => {
  const zh = healthTexts('zh');

  it('should include the reasons and what to do', () => {
    const own = { ...missing, advice: 'install it' } as const;
    const found = sandbox.levelFinding({ level: 'permissions' }, [own, foreign, works('permissions')], 'unshare');
    expect(found(zh)).toEqual({
      topic: '隔离',
      status: 'problem',
      fact: '级别 permissions：提交的代码以你的权限运行，只受 Node 权限模型的限制，而它可以被绕过（bubblewrap：没有安装 bwrap；unshare：只有 Linux 才有）；课程要求 unshare',
      advice: expect.stringMatching(
        /^请用 `apt install bubblewrap` 安装.*；或为 batch 加上 --allow-weak-isolation$/,
      ) as string,
    });
  });

  it.each([
    ['only Linux has it', '只有 Linux 才有'],
    ['the package koffi is not installed', '没有安装包 koffi'],
    ['bwrap: No permissions', 'bwrap: No permissions'],
  ])('should say why processes start cold: %s', (reason, said) => {
    expect(sandbox.warmFinding({ status: 'failed', reason })(zh).fact).toBe(`运行每份提交的进程都要冷启动：${said}`);
  });
});
