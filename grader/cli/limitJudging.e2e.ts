import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { buildSync } from 'esbuild';

/** Output and exit of a process that judges as this code does. */
function judge(
  code: string,
  seconds = 1,
): { readonly said: string; readonly signal: string | null; readonly code: number | null } {
  const { outputFiles } = buildSync({
    stdin: {
      contents: `import { limitJudging } from './limitJudging'; const end = limitJudging('alice', ${seconds}); ${code}`,
      resolveDir: __dirname,
      loader: 'ts',
    },
    bundle: true,
    write: false,
    platform: 'node',
    packages: 'external',
    alias: { descent: join(process.cwd(), 'grader', 'curriculum', 'descent.ts') },
    logLevel: 'error',
    tsconfigRaw: '{}',
  });
  const { stderr, signal, status } = spawnSync(process.execPath, ['-'], {
    input: outputFiles[0]?.contents,
    encoding: 'utf8',
  });
  return { said: stderr, signal, code: status };
}

describe('limitJudging', () => {
  it('should end a judgement that never returns, and name the submission', () => {
    const { said, signal } = judge('for (;;);');
    expect(signal).toBe('SIGKILL');
    expect(said).toBe(
      'grader: judging what alice returned took more than 1 s, so it was stopped and nothing is graded; run `grader batch` on the parent folder to score the other assignments and find out which one it is\n',
    );
  });

  it('should not end a process that waits or has finished judging', () => {
    expect(judge('setTimeout(end, 4_000);', 3)).toEqual({ said: '', signal: null, code: 0 });
    expect(judge('end(); const until = Date.now() + 1_500; while (Date.now() < until);').signal).toBeNull();
  });
});
