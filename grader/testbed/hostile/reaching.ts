import { duringCall, type HostileSubmission } from './hostileSubmission';

/** Attacks that try to communicate. The targets record access. */
export const reaching: readonly HostileSubmission[] = [
  duringCall(
    'tcp',
    { tries: 'open a TCP connection', holdsFrom: 'unshare' },
    ({ port }) => `attempt(() => node('net').connect(${port}, '127.0.0.1').on('error', () => undefined));`,
  ),
  duringCall(
    'udp',
    { tries: 'send a datagram', holdsFrom: 'unshare' },
    ({ port }) => `attempt(() => {
      const { Worker } = node('worker_threads');
      const done = new Int32Array(new SharedArrayBuffer(4));
      const code = "const {workerData: {done, port}} = require('worker_threads'); const s = require('dgram').createSocket('udp4');" +
        "s.on('error', () => Atomics.notify(done, 0)); s.send('x', port, '127.0.0.1', () => { Atomics.store(done, 0, 1); Atomics.notify(done, 0); });";
      new Worker(code, { eval: true, workerData: { done, port: ${port} } }).on('error', () => undefined);
      Atomics.wait(done, 0, 0, 400);
    });`,
  ),
  duringCall(
    'unix-socket',
    { tries: 'connect to a socket in the file system', holdsFrom: 'bubblewrap' },
    ({ socket }) => `attempt(() => node('net').connect(${JSON.stringify(socket)}).on('error', () => undefined));`,
  ),
  duringCall(
    'listen',
    { tries: 'listen for connections', holdsFrom: 'process' },
    `attempt(() => node('net').createServer().on('error', () => undefined).listen(0));`,
  ),
  duringCall(
    'tcp-by-another-program',
    { tries: 'connect through another program', holdsFrom: 'permissions' },
    ({ port }) =>
      `attempt(() => node('child_process').spawnSync(host.execPath, ['-e', "require('net').connect(${port}, '127.0.0.1')"], { timeout: 600 }));`,
  ),
  duringCall(
    'name-lookup',
    { tries: 'send data in a name lookup', holdsFrom: 'process' },
    `attempt(() => { node('dns').lookup('secret.descent.invalid', () => undefined); });`,
  ),
  duringCall(
    'signal-parent',
    { tries: 'send signals to the grader', holdsFrom: 'permissions-uid' },
    // Signal 0 tests the permission without a signal.
    `if (attempt(() => host.kill(host.ppid, 0)) && host.ppid > 1) escaped('may signal ' + host.ppid);`,
  ),
  duringCall(
    'signal-by-number',
    { tries: 'send signals to a guessed process ID', holdsFrom: 'permissions-uid' },
    // In its own namespace, small numbers are its own threads.
    ({ pid }) => `if (attempt(() => host.kill(${pid}, 0)) && ${pid} > 100) escaped('may signal ${pid}');`,
  ),
  duringCall(
    'debug-parent',
    { tries: "open the grader's inspector", holdsFrom: 'permissions-uid', isHarmful: true },
    `if (host.ppid > 1) attempt(() => { host._debugProcess(host.ppid); escaped('inspector of ' + host.ppid); });`,
  ),
  duringCall(
    'own-inspector',
    { tries: 'open its own inspector to the outside' },
    `attempt(() => { node('inspector').open(0, '127.0.0.1', false); }); attempt(() => node('inspector').close());`,
  ),
];
