import { whileAsked, type HostileSubmission } from './hostileSubmission';

/** Those that want to talk to somebody. The targets listen and report whether they were reached. */
export const reaching: readonly HostileSubmission[] = [
  whileAsked(
    'tcp',
    { tries: 'open a TCP connection', holdsFrom: 'unshare' },
    ({ port }) => `attempt(() => node('net').connect(${port}, '127.0.0.1').on('error', () => undefined));`,
  ),
  whileAsked(
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
  whileAsked(
    'unix-socket',
    { tries: 'connect to a socket in the file system', holdsFrom: 'bubblewrap' },
    ({ socket }) => `attempt(() => node('net').connect(${JSON.stringify(socket)}).on('error', () => undefined));`,
  ),
  whileAsked(
    'listen',
    { tries: 'listen for the outside', holdsFrom: 'process' },
    `attempt(() => node('net').createServer().on('error', () => undefined).listen(0));`,
  ),
  whileAsked(
    'tcp-by-another-program',
    { tries: 'have another program connect', holdsFrom: 'permissions' },
    ({ port }) =>
      `attempt(() => node('child_process').spawnSync(host.execPath, ['-e', "require('net').connect(${port}, '127.0.0.1')"], { timeout: 600 }));`,
  ),
  whileAsked(
    'name-lookup',
    { tries: 'send what it knows by a name lookup', holdsFrom: 'process' },
    `attempt(() => { node('dns').lookup('secret.descent.invalid', () => undefined); });`,
  ),
  whileAsked(
    'signal-parent',
    { tries: 'send signals to the grader', holdsFrom: 'permissions-uid' },
    // Signal 0 asks for leave without doing harm.
    `if (attempt(() => host.kill(host.ppid, 0)) && host.ppid > 1) escaped('may signal ' + host.ppid);`,
  ),
  whileAsked(
    'signal-by-number',
    { tries: 'send signals to a process whose number it has guessed', holdsFrom: 'permissions-uid' },
    // Numbers below are of its own threads where it has a namespace of its own.
    ({ pid }) => `if (attempt(() => host.kill(${pid}, 0)) && ${pid} > 100) escaped('may signal ${pid}');`,
  ),
  whileAsked(
    'debug-parent',
    { tries: "open the grader's inspector", holdsFrom: 'permissions-uid', isHarmful: true },
    `if (host.ppid > 1) attempt(() => { host._debugProcess(host.ppid); escaped('inspector of ' + host.ppid); });`,
  ),
  whileAsked(
    'own-inspector',
    { tries: 'open an inspector of its own for somebody outside' },
    `attempt(() => { node('inspector').open(0, '127.0.0.1', false); }); attempt(() => node('inspector').close());`,
  ),
];
