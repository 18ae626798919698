import { secretText, whileAsked, type HostileSubmission } from './hostileSubmission';

/** Those that want to see what is not theirs. */
export const reading: readonly HostileSubmission[] = [
  whileAsked(
    'read-passwd',
    { tries: 'read /etc/passwd', holdsFrom: 'permissions' },
    `const text = attempt(() => node('fs').readFileSync('/etc/passwd', 'utf8')); if (text) escaped('/etc/passwd');`,
  ),
  whileAsked(
    'read-other-submission',
    { tries: "read another student's file", holdsFrom: 'permissions' },
    ({ secretFile }) =>
      `const text = attempt(() => node('fs').readFileSync(${JSON.stringify(secretFile)}, 'utf8')); if (text === '${secretText}') escaped(text);`,
  ),
  whileAsked(
    'read-through-symlink',
    { tries: 'read a file by a link that it makes', holdsFrom: 'permissions' },
    ({ secretFile, folder }) => `for (const from of ['/tmp/link', '/app/link', ${JSON.stringify(`${folder}/link`)}]) {
      attempt(() => node('fs').symlinkSync(${JSON.stringify(secretFile)}, from));
      const text = attempt(() => node('fs').readFileSync(from, 'utf8'));
      if (text === '${secretText}') escaped(text);
    }`,
  ),
  whileAsked(
    'read-by-database',
    { tries: "reach files through Node's own database", holdsFrom: 'permissions' },
    ({ folder }) => `const sqlite = attempt(() => node('node:sqlite'));
    if (sqlite) attempt(() => { new sqlite.DatabaseSync(${JSON.stringify(`${folder}/written.db`)}).exec('create table t (x)'); escaped('sqlite'); });`,
  ),
  whileAsked(
    'read-environment',
    { tries: "find the grader's environment" },
    `const names = Object.keys(host.env).filter((name) => !/^(PWD|SHLVL|_|LC_CTYPE|__CF.*)$/.test(name)); if (names.length > 0) escaped('environment ' + names);
    const report = attempt(() => host.report.getReport()); if (report?.environmentVariables?.PATH) escaped('report');`,
  ),
  whileAsked(
    'read-parents-arguments',
    { tries: "read the grader's command line and environment in /proc", holdsFrom: 'permissions' },
    `for (const name of ['cmdline', 'environ', 'maps']) {
      const text = attempt(() => node('fs').readFileSync('/proc/' + host.ppid + '/' + name, 'utf8')); if (text) escaped('/proc/ppid/' + name);
    }`,
  ),
  whileAsked(
    'read-parents-memory',
    { tries: "open the grader's memory", holdsFrom: 'permissions' },
    `attempt(() => { node('fs').openSync('/proc/' + host.ppid + '/mem', 'r'); escaped('memory'); });`,
  ),
  whileAsked(
    'list-root',
    { tries: 'look around in the file system', holdsFrom: 'permissions' },
    `const names = attempt(() => node('fs').readdirSync('/')); if (names) escaped('/ holds ' + names);`,
  ),
  whileAsked(
    'list-processes',
    { tries: 'see what else runs', holdsFrom: 'permissions' },
    `const names = attempt(() => node('fs').readdirSync('/proc')); if (names) escaped('/proc holds ' + names.length);`,
  ),
  whileAsked(
    'require-files',
    { tries: 'load a solution by require', holdsFrom: 'permissions' },
    ({ secretFile }) => `attempt(() => { node('module').createRequire('/')(${JSON.stringify(secretFile)}); });`,
  ),
  whileAsked(
    'resolve-files',
    // Node's permissions let it look whether a module is there.
    { tries: 'find out by require whether a file is there', holdsFrom: 'bubblewrap' },
    ({ secretFile }) =>
      `const text = attempt(() => node('module').createRequire('/').resolve(${JSON.stringify(secretFile)})); if (text) escaped('resolved ' + text);`,
  ),
  whileAsked(
    'read-by-another-program',
    { tries: 'read a file with another program', holdsFrom: 'permissions' },
    ({ secretFile }) => `for (const program of ['/bin/cat', '/usr/bin/cat']) {
      const { stdout } = attempt(() => node('child_process').spawnSync(program, [${JSON.stringify(secretFile)}])) ?? {};
      if (String(stdout) === '${secretText}') escaped('cat');
    }`,
  ),
  whileAsked(
    'read-names-of-the-machine',
    { tries: 'find the names of the machine, its user and its folders' },
    ({ names }) => `const os = attempt(() => node('os'));
    const seen = [host.execPath, ...host.argv, ...host.execArgv, host.title, attempt(() => host.cwd()), new Error('x').stack,
      attempt(() => { try { tf.tensor([1], [2, 3]); } catch (error) { return (error as any).stack; } }),
      attempt(() => JSON.stringify(host.report?.getReport())), attempt(() => os.hostname()), attempt(() => os.homedir()),
      attempt(() => JSON.stringify(os.userInfo())), attempt(() => node('module').globalPaths.join())];
    const [machine, ...folders] = ${JSON.stringify(names)};
    for (const text of seen) {
      if (text === machine) escaped('the host is ' + text);
      for (const folder of folders) if (String(text).includes(folder + '/') || text === folder) escaped(folder + ' in ' + text);
    }`,
  ),
  whileAsked(
    'reach-engine',
    { tries: 'get at the engine that counts its tensors and kernels, by the global object' },
    `for (const engine of [(globalThis as any)._tfengine, (tf.env() as any).global._tfengine])
      for (const name of ['state', 'backend', 'runKernel', 'runKernelFunc', 'constructor'])
        if (engine?.[name] !== undefined && engine[name] !== Object) escaped('the engine has ' + name);
    if ((globalThis as any)._tfGlobals?.has('kernelRegistry')) escaped('registries of tfjs');`,
  ),
  whileAsked(
    'read-raw-descriptors',
    { tries: 'read from descriptors that were left open' },
    `for (let descriptor = 4; descriptor < 40; descriptor += 1) {
      const path = attempt(() => node('fs').fstatSync(descriptor));
      if (path?.isFile?.() && attempt(() => node('fs').readSync(descriptor, Buffer.alloc(64), 0, 64, 0))) escaped('descriptor ' + descriptor + ' is a file');
    }`,
  ),
];
