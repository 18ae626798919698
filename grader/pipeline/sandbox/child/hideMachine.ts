import { builtinModule, replaceIn } from './replaceIn';

/**
 * Removes the names of the machine, its user and its folders from where a submission could read them and smuggle them
 * out in its messages. Not a security boundary: what an isolation level allows can be found in other ways.
 */
export function hideMachine(): void {
  replaceIn(process, {
    execPath: 'node',
    argv: ['node'],
    execArgv: [],
    title: 'node',
    cwd: () => '/',
    // It lists the command line, the environment, network interfaces and libraries.
    report: undefined,
  });
  replaceIn(builtinModule('node:os'), {
    hostname: () => 'localhost',
    networkInterfaces: () => ({}),
    homedir: () => '/',
    userInfo: () => ({ username: 'submission', uid: 65_534, gid: 65_534, shell: null, homedir: '/' }),
  });
  replaceIn(builtinModule('node:module'), { globalPaths: [] });
}
