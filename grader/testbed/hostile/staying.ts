import { insteadOfAnswer, whileAsked, whileLoading, type HostileSubmission } from './hostileSubmission';

/** Those that want to outlive their time, or leave something behind. */
export const staying: readonly HostileSubmission[] = [
  whileAsked(
    'detached-child',
    { tries: 'leave a process behind', holdsFrom: 'permissions' },
    ({ folder }) => `attempt(() => {
      const code = "setTimeout(() => require('fs').writeFileSync(" + ${JSON.stringify(JSON.stringify(`${folder}/stayed`))} + ", ''), 300)";
      node('child_process').spawn(host.execPath, ['-e', code], { detached: true, stdio: 'ignore' }).unref();
    });`,
  ),
  whileAsked(
    'fork-bomb',
    { tries: 'fill the table of processes', holdsFrom: 'permissions', isHarmful: true },
    `let made = 0;
    for (let i = 0; i < 200; i += 1) if (attempt(() => node('child_process').spawn(host.execPath, ['-e', 'setInterval(() => 0, 1e6)'], { stdio: 'ignore' }).pid)) made += 1;
    if (made > 0) escaped(made + ' processes');`,
  ),
  whileAsked(
    'thread-bomb',
    { tries: 'start threads without end', holdsFrom: 'permissions' },
    `let made = 0;
    for (let i = 0; i < 8; i += 1) if (attempt(() => new (node('worker_threads').Worker)('for (;;);', { eval: true }).on('error', () => undefined))) made += 1;
    if (made === 8) escaped(made + ' threads');`,
  ),
  whileLoading(
    'write-into-cache',
    { tries: "change the grader's files, so that the next student is affected", holdsFrom: 'permissions' },
    ({ folder }) => `const places = ['/tmp', '/app', '/dev/shm', '/var/tmp', '.', ${JSON.stringify(folder)}];
    for (const place of places) {
      const name = place + '/left-behind-' + host.pid;
      if (attempt(() => { node('fs').writeFileSync(name, 'x'); return true; })) { attempt(() => node('fs').unlinkSync(name)); escaped('wrote ' + name); }
    }`,
  ),
  whileLoading(
    'files-of-v8',
    { tries: 'have V8 write files of its own' },
    `const v8 = attempt(() => node('v8'));
    for (const flag of ['--trace-turbo', '--perf-basic-prof', '--prof']) if (attempt(() => { v8.setFlagsFromString(flag); return true; })) escaped('flag ' + flag);
    if (attempt(() => { v8.setHeapSnapshotNearHeapLimit(1); return true; })) escaped('a snapshot of its heap');
    if (attempt(() => v8.writeHeapSnapshot())) escaped('a snapshot of its heap');`,
  ),
  whileLoading(
    'files-of-node',
    { tries: 'have Node write a trace, or a report of its end' },
    ({
      folder,
    }) => `if (attempt(() => { node('trace_events').createTracing({ categories: ['v8'] }).enable(); return true; })) escaped('a trace');
    if (attempt(() => { host.report.reportOnFatalError = true; host.report.directory = ${JSON.stringify(folder)}; return host.report.directory !== ''; })) escaped('a report');`,
  ),
  insteadOfAnswer(
    'core-dump',
    { tries: 'leave an image of its memory', verdicts: { softmax: 'crashed' } },
    'host.abort();',
  ),
  whileLoading(
    'append-to-own-program',
    { tries: 'rewrite the program that it runs in', holdsFrom: 'permissions' },
    `for (const path of [host.argv[1], host.execPath, '/app/snap.blob']) if (path && attempt(() => { node('fs').closeSync(node('fs').openSync(path, 'r+')); return true; })) escaped('may write ' + path);`,
  ),
  whileLoading(
    'timers',
    { tries: 'go on between questions' },
    `setInterval(() => escaped('a turn of its own'), 1); setImmediate(() => escaped('a turn of its own'));`,
  ),
  whileLoading(
    'exit-handlers',
    { tries: 'have the last word when it ends' },
    `for (const event of ['exit', 'beforeExit', 'SIGTERM', 'uncaughtException']) host.on(event, () => { host.exitCode = 0; for (;;); });`,
  ),
  whileAsked(
    'change-user',
    { tries: 'become root', holdsFrom: 'permissions-uid' },
    `attempt(() => { host.setuid(0); node('fs').accessSync('/etc/shadow', 4); escaped('root'); });`,
  ),
];
