import { startCold } from './processes';
import { encodeRequest, limitsOfAnswer } from './protocol';
import { Sandbox } from './Sandbox';
import { SubmissionProcess } from './SubmissionProcess';

/** A process that answers each request by calling `answer` with its number; the frames are written by hand. */
function answering(answer: string): readonly string[] {
  const program = `
    const { readSync, writeSync } = require('node:fs');
    const send = (header, payload = Buffer.alloc(0)) => {
      const text = Buffer.from(JSON.stringify(header));
      const prefix = Buffer.alloc(8);
      prefix.writeUInt32LE(text.length, 0);
      prefix.writeUInt32LE(payload.length, 4);
      writeSync(3, Buffer.concat([prefix, text, payload]));
    };
    const read = (length) => { const bytes = Buffer.alloc(length); for (let at = 0; at < length; ) { const n = readSync(3, bytes, at, length - at); if (n === 0) process.exit(); at += n; } return bytes; };
    send({ id: 0, status: 'ready' });
    for (let id = 1; ; id += 1) {
      const prefix = read(8);
      read(prefix.readUInt32LE(0));
      read(prefix.readUInt32LE(4));
      ${answer}
    }`;
  return [process.execPath, '-e', program];
}

const load = { kind: 'load', file: '', banned: {} } as const;

async function askOnce(command: readonly string[], seconds = 600): Promise<unknown> {
  const child = new SubmissionProcess(startCold(command));
  try {
    return await child.ask(load, seconds);
  } finally {
    child.stop();
  }
}

describe('SubmissionProcess', () => {
  it('should return the answer to a request', async () => {
    expect(await askOnce(answering("send({ id, status: 'loaded', exports: { f: 'function' } });"))).toEqual({
      status: 'loaded',
      exports: { f: 'function' },
    });
  });

  it.each([
    ['an answer to what was never asked', "send({ id: id + 1, status: 'loaded', exports: {} });"],
    ['a second greeting', "send({ id: 0, status: 'ready' });"],
    ['two answers', "send({ id: 9, status: 'loaded', exports: {} }); send({ id, status: 'loaded', exports: {} });"],
    ['bytes that are no frame', "writeSync(3, 'garbage, garbage');"],
    ['a frame that is no JSON', 'writeSync(3, Buffer.from([1, 0, 0, 0, 0, 0, 0, 0, 123]));'],
    ['a verdict of its own', "send({ id, status: 'outcome', outcome: { status: 'passed' } });"],
  ])('should treat %s as a crash', async (_what, answer) => {
    expect(await askOnce(answering(answer))).toMatchObject({
      status: 'crashed',
      detail: expect.stringContaining('break the protocol') as string,
    });
  });

  it('should distinguish how a process ended', async () => {
    expect(await askOnce(answering('process.exit(0);'))).toEqual({
      status: 'crashed',
      detail: 'the process ended by itself with exit code 0',
    });
    expect(await askOnce(answering("process.kill(process.pid, 'SIGTERM');"))).toEqual({
      status: 'crashed',
      detail: 'the process was ended by SIGTERM',
    });
    expect(await askOnce(answering('for (;;);'), 0.5)).toEqual({ status: 'timeout', seconds: 0.5 });
  });

  it('should return the answers to many requests in order, ending with what stopped the process', async () => {
    const child = new SubmissionProcess(
      startCold(
        answering("if (id === 3) process.exit(5); send({ id, status: 'loaded', exports: { f: String(id) } });"),
      ),
    );
    const request = { frame: encodeRequest(load), limits: limitsOfAnswer(load), maxCost: Infinity };
    expect(await child.askAll([request, request, request, request], 600)).toEqual([
      { status: 'loaded', exports: { f: '1' } },
      { status: 'loaded', exports: { f: '2' } },
      { status: 'crashed', detail: 'the process ended by itself with exit code 5' },
    ]);
  });

  it('should answer nothing once it has stopped', async () => {
    const child = new SubmissionProcess(startCold(answering('process.exit(4);')));
    const first = await child.ask(load, 600);
    expect(await child.ask(load, 600)).toEqual(first);
    child.stop();
  });
});

describe('Sandbox', () => {
  const runIn = async (command: readonly string[]): Promise<unknown> => {
    const sandbox = new Sandbox({ command, secondsPerExercise: 600 });
    try {
      return await sandbox.run('', [], () => undefined);
    } finally {
      sandbox.close();
    }
  };

  it('should never blame a submission for a process that could not be started', async () => {
    await expect(runIn([process.execPath, '-e', 'process.exit(3)'])).rejects.toThrow(
      'exit code 3; see `grader doctor`',
    );
    await expect(runIn(['/no/such/program'])).rejects.toThrow('could not be started');
  });

  it('should blame it for whatever ends the process once it has the code', async () => {
    expect(await runIn(answering('process.exit(3);'))).toMatchObject({
      status: 'does-not-load',
      error: { message: expect.stringContaining('exit code 3') as string },
    });
  });
});
