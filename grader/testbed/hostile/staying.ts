import { asBody, duringCall, duringLoad, type HostileSubmission } from './hostileSubmission';

/** Attacks that try to outlive their process, or leave files behind. */
export const staying: readonly HostileSubmission[] = [
  duringCall(
    'detached-child',
    { tries: 'leave a process behind', holdsFrom: 'permissions' },
    ({ folder }) => `attempt(() => {
      const code = "setTimeout(() => require('fs').writeFileSync(" + ${JSON.stringify(JSON.stringify(`${folder}/stayed`))} + ", ''), 300)";
      node('child_process').spawn(host.execPath, ['-e', code], { detached: true, stdio: 'ignore' }).unref();
    });`,
  ),
  duringCall(
    'fork-bomb',
    { tries: 'fill the process table', holdsFrom: 'permissions', isHarmful: true },
    `let made = 0;
    for (let i = 0; i < 200; i += 1) if (attempt(() => node('child_process').spawn(host.execPath, ['-e', 'setInterval(() => 0, 1e6)'], { stdio: 'ignore' }).pid)) made += 1;
    if (made > 0) escaped(made + ' processes');`,
  ),
  duringCall(
    'thread-bomb',
    { tries: 'start many threads', holdsFrom: 'permissions' },
    `let made = 0;
    for (let i = 0; i < 8; i += 1) if (attempt(() => new (node('worker_threads').Worker)('for (;;);', { eval: true }).on('error', () => undefined))) made += 1;
    if (made === 8) escaped(made + ' threads');`,
  ),
  duringLoad(
    'write-into-cache',
    { tries: 'write files that could affect the next submission', holdsFrom: 'permissions' },
    ({ folder }) => `const places = ['/tmp', '/app', '/dev/shm', '/var/tmp', '.', ${JSON.stringify(folder)}];
    for (const place of places) {
      const name = place + '/left-behind-' + host.pid;
      if (attempt(() => { node('fs').writeFileSync(name, 'x'); return true; })) { attempt(() => node('fs').unlinkSync(name)); escaped('wrote ' + name); }
    }`,
  ),
  duringLoad(
    'files-of-v8',
    { tries: 'make V8 write files' },
    `const v8 = attempt(() => node('v8'));
    for (const flag of ['--trace-turbo', '--perf-basic-prof', '--prof']) if (attempt(() => { v8.setFlagsFromString(flag); return true; })) escaped('flag ' + flag);
    if (attempt(() => { v8.setHeapSnapshotNearHeapLimit(1); return true; })) escaped('a snapshot of its heap');
    if (attempt(() => v8.writeHeapSnapshot())) escaped('a snapshot of its heap');`,
  ),
  duringLoad(
    'files-of-node',
    { tries: 'make Node write a trace or a report' },
    ({
      folder,
    }) => `if (attempt(() => { node('trace_events').createTracing({ categories: ['v8'] }).enable(); return true; })) escaped('a trace');
    if (attempt(() => { host.report.reportOnFatalError = true; host.report.directory = ${JSON.stringify(folder)}; return host.report.directory !== ''; })) escaped('a report');`,
  ),
  asBody('core-dump', { tries: 'leave a core dump', verdicts: { softmax: 'crashed' } }, 'host.abort();'),
  duringLoad(
    'append-to-own-program',
    { tries: 'overwrite its own program', holdsFrom: 'permissions' },
    `for (const path of [host.argv[1], host.execPath, '/app/snap.blob']) if (path && attempt(() => { node('fs').closeSync(node('fs').openSync(path, 'r+')); return true; })) escaped('may write ' + path);`,
  ),
  duringLoad(
    'timers',
    { tries: 'run between calls' },
    `setInterval(() => escaped('a turn of its own'), 1); setImmediate(() => escaped('a turn of its own'));`,
  ),
  duringLoad(
    'exit-handlers',
    { tries: 'continue in exit handlers' },
    `for (const event of ['exit', 'beforeExit', 'SIGTERM', 'uncaughtException']) host.on(event, () => { host.exitCode = 0; for (;;); });`,
  ),
  duringCall(
    'change-user',
    { tries: 'become root', holdsFrom: 'permissions-uid' },
    `attempt(() => { host.setuid(0); node('fs').accessSync('/etc/shadow', 4); escaped('root'); });`,
  ),
];
