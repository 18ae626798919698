import { secretText, duringCall, duringLoad, type HostileSubmission } from './hostileSubmission';

/** Attacks that try to read private data. */
export const reading: readonly HostileSubmission[] = [
  duringCall(
    'read-passwd',
    { tries: 'read /etc/passwd', holdsFrom: 'permissions' },
    `const text = attempt(() => node('fs').readFileSync('/etc/passwd', 'utf8')); if (text) escaped('/etc/passwd');`,
  ),
  duringCall(
    'read-other-submission',
    { tries: "read another student's file", holdsFrom: 'permissions' },
    ({ secretFile }) =>
      `const text = attempt(() => node('fs').readFileSync(${JSON.stringify(secretFile)}, 'utf8')); if (text === '${secretText}') escaped(text);`,
  ),
  duringCall(
    'read-through-symlink',
    { tries: 'read a file through its own symbolic link', holdsFrom: 'permissions' },
    ({ secretFile, folder }) => `for (const from of ['/tmp/link', '/app/link', ${JSON.stringify(`${folder}/link`)}]) {
      attempt(() => node('fs').symlinkSync(${JSON.stringify(secretFile)}, from));
      const text = attempt(() => node('fs').readFileSync(from, 'utf8'));
      if (text === '${secretText}') escaped(text);
    }`,
  ),
  duringCall(
    'read-by-database',
    { tries: "reach files through Node's own database", holdsFrom: 'permissions' },
    ({ folder }) => `const sqlite = attempt(() => node('node:sqlite'));
    if (sqlite) attempt(() => { new sqlite.DatabaseSync(${JSON.stringify(`${folder}/written.db`)}).exec('create table t (x)'); escaped('sqlite'); });`,
  ),
  duringCall(
    'read-environment',
    { tries: "find the grader's environment" },
    `const names = Object.keys(host.env).filter((name) => !/^(PWD|SHLVL|_|LC_CTYPE|__CF.*)$/.test(name)); if (names.length > 0) escaped('environment ' + names);
    const report = attempt(() => host.report.getReport()); if (report?.environmentVariables?.PATH) escaped('report');`,
  ),
  duringCall(
    'read-parents-arguments',
    { tries: "read the grader's command line and environment in /proc", holdsFrom: 'permissions' },
    `for (const name of ['cmdline', 'environ', 'maps']) {
      const text = attempt(() => node('fs').readFileSync('/proc/' + host.ppid + '/' + name, 'utf8')); if (text) escaped('/proc/ppid/' + name);
    }`,
  ),
  duringCall(
    'read-parents-memory',
    { tries: "open the grader's memory", holdsFrom: 'permissions' },
    `attempt(() => { node('fs').openSync('/proc/' + host.ppid + '/mem', 'r'); escaped('memory'); });`,
  ),
  duringCall(
    'list-root',
    { tries: 'list the root folder', holdsFrom: 'permissions' },
    `const names = attempt(() => node('fs').readdirSync('/')); if (names) escaped('/ holds ' + names);`,
  ),
  duringCall(
    'list-processes',
    { tries: 'list other processes', holdsFrom: 'permissions' },
    `const names = attempt(() => node('fs').readdirSync('/proc')); if (names) escaped('/proc holds ' + names.length);`,
  ),
  duringCall(
    'require-files',
    { tries: 'load a solution by require', holdsFrom: 'permissions' },
    ({ secretFile }) => `attempt(() => { node('module').createRequire('/')(${JSON.stringify(secretFile)}); });`,
  ),
  duringCall(
    'resolve-files',
    // Node's permission model does not block module resolution.
    { tries: 'test with require whether a file exists', holdsFrom: 'bubblewrap' },
    ({ secretFile }) =>
      `const text = attempt(() => node('module').createRequire('/').resolve(${JSON.stringify(secretFile)})); if (text) escaped('resolved ' + text);`,
  ),
  duringCall(
    'read-by-another-program',
    { tries: 'read a file with another program', holdsFrom: 'permissions' },
    ({ secretFile }) => `for (const program of ['/bin/cat', '/usr/bin/cat']) {
      const { stdout } = attempt(() => node('child_process').spawnSync(program, [${JSON.stringify(secretFile)}])) ?? {};
      if (String(stdout) === '${secretText}') escaped('cat');
    }`,
  ),
  duringCall(
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
  duringCall(
    'reach-engine',
    { tries: 'reach the engine that counts its tensors and kernels through the global object' },
    `for (const engine of [(globalThis as any)._tfengine, (tf.env() as any).global._tfengine])
      for (const name of ['state', 'backend', 'runKernel', 'runKernelFunc', 'constructor'])
        if (engine?.[name] !== undefined && engine[name] !== Object) escaped('the engine has ' + name);
    if ((globalThis as any)._tfGlobals?.has('kernelRegistry')) escaped('registries of tfjs');`,
  ),
  ...[duringLoad, duringCall].map((during) =>
    during(
      `reach-callers-${during.name}`,
      { tries: 'reach the functions that call it, and what they were called with' },
      `function own(): any { return (own as any).caller; }
      const caller = attempt(() => own()?.caller);
      if (caller) escaped('its caller ' + caller.name);
      Error.prepareStackTrace = (_error, frames) => frames;
      const [, ...frames] = new Error('x').stack as any;
      Error.prepareStackTrace = undefined;
      for (const frame of frames) {
        const name = frame.getFunctionName();
        if (/^(softmax|attempt|own)$/.test(name) || frame.getFileName() === 'submission.js') continue;
        if (frame.getFunction()) escaped('the function ' + name);
        if (frame.getThis() && frame.getThis() !== globalThis) escaped('the receiver of ' + name);
      }`,
    ),
  ),
  duringCall(
    'read-raw-descriptors',
    { tries: 'read from open descriptors' },
    `for (let descriptor = 4; descriptor < 40; descriptor += 1) {
      const path = attempt(() => node('fs').fstatSync(descriptor));
      if (path?.isFile?.() && attempt(() => node('fs').readSync(descriptor, Buffer.alloc(64), 0, 64, 0))) escaped('descriptor ' + descriptor + ' is a file');
    }`,
  ),
];
