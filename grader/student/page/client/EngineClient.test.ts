import type { DescribedProblem, Numbered, PackedCourse, Report } from '../worker/messages';
import { EngineClient } from './EngineClient';
import type { WorkerLike } from './EngineWorker';

const course: PackedCourse = { checks: {}, digits: new Uint8Array() };
const source = { status: 'text', file: 'a.ts', text: '' } as const;

/** A worker that answers on demand. */
class FakeWorker implements WorkerLike {
  readonly asked: Numbered[] = [];
  isEnded = false;
  #listener: (event: { readonly data: Report }) => void = () => undefined;

  postMessage(message: unknown): void {
    if (message !== course) this.asked.push(message as Numbered);
  }

  terminate(): void {
    this.isEnded = true;
  }

  addEventListener(_type: 'message', listener: (event: { readonly data: Report }) => void): void {
    this.#listener = listener;
  }

  say(report: Report): void {
    this.#listener({ data: report });
  }

  /** Completes the last request. */
  end(answer: (Report & { status: 'answered' })['answer']): void {
    this.say({ status: 'answered', id: this.asked.at(-1)?.id ?? 0, answer });
  }

  run(exercise: string, evaluation: string, seconds = 5): void {
    this.say({ status: 'running', id: this.asked.at(-1)?.id ?? 0, exercise, evaluation, seconds });
  }
}

describe('EngineClient', () => {
  const workers: FakeWorker[] = [];
  const last = (): FakeWorker => {
    const worker = workers.at(-1);
    if (worker === undefined) throw new Error('no worker was started');
    return worker;
  };
  const client = (): EngineClient =>
    new EngineClient(() => {
      workers.push(new FakeWorker());
      return last();
    }, course);
  beforeEach(() => {
    workers.splice(0);
    jest.useFakeTimers();
  });
  afterEach(() => jest.useRealTimers());
  const settled = (): Promise<void> => Promise.resolve();

  it('should send one request at a time', async () => {
    const engine = client();
    const loaded = engine.load('03', source);
    const checked = engine.check('03', 'en');
    expect(last().asked.map(({ request }) => request.kind)).toEqual(['load']);
    last().end({ status: 'loaded' });
    expect(await loaded).toEqual({ status: 'loaded' });
    expect(last().asked.map(({ request }) => request.kind)).toEqual(['load', 'check']);
    last().end({ status: 'checked', exercises: [] });
    expect(await checked).toEqual([]);
  });

  it('should end a function after its time limit over all its cases, and check the rest in a new worker', async () => {
    const engine = client();
    void engine.load('03', source);
    last().end({ status: 'loaded' });
    void engine.check('03', 'en');
    const first = last();
    first.run('softmax', 'public/0');
    jest.advanceTimersByTime(4_000);
    first.run('softmax', 'public/1');
    jest.advanceTimersByTime(999);
    expect(first.isEnded).toBe(false);
    jest.advanceTimersByTime(1);
    expect(first.isEnded).toBe(true);
    expect(last().asked.map(({ request }) => request.kind)).toEqual(['load']);
    last().end({ status: 'loaded' });
    await settled();
    expect(last().asked.at(-1)?.request).toMatchObject({
      kind: 'check',
      stops: [{ exercise: 'softmax', evaluation: 'public/1', seconds: 5 }],
    });
  });

  it('should not count time during which the page itself stood still', async () => {
    jest.useRealTimers();
    const engine = client();
    void engine.check('03', 'en');
    const first = last();
    first.run('softmax', 'public/0', 1.5);
    const end = performance.now() + 1_600;
    while (performance.now() < end);
    // The timers that were due have run.
    await new Promise((resolve) => setTimeout(resolve));
    expect(first.isEnded).toBe(false);
    first.end({ status: 'checked', exercises: [] });
  });

  it('should name the function in which a computation hangs', async () => {
    const engine = client();
    const computed = engine.compute({ id: 'path', run: () => 1 }, {});
    last().run('', '');
    jest.advanceTimersByTime(4_000);
    last().run('sgdStep', '');
    jest.advanceTimersByTime(5_000);
    expect(await computed).toEqual({ status: 'timeout', seconds: 5, exercise: 'sgdStep' });
  });

  it('should tell the worker about a file that never loads, and not load it again', () => {
    const engine = client();
    void engine.load('03', source);
    last().run('03', '');
    jest.advanceTimersByTime(5_000);
    expect(workers).toHaveLength(2);
    expect(last().asked.map(({ request }) => request)).toEqual([
      { kind: 'load', assignment: '03', source, stopped: 5 },
    ]);
  });

  const problem: DescribedProblem = {
    status: 'problem',
    problem: { status: 'unreadable', file: 'a.ts', reason: '' },
    lines: { en: ['stopped after 5 s'], zh: [] },
  };
  /** 03 and 04 are loaded, and a function of 03 hangs, so that a new worker loads both again. */
  const restarted = (engine: EngineClient): void => {
    for (const id of ['03', '04']) {
      void engine.load(id, source);
      last().end({ status: 'loaded' });
    }
    void engine.check('03', 'en');
    last().run('softmax', 'public/0');
    jest.advanceTimersByTime(5_000);
    last().end({ status: 'loaded' });
  };

  it('should report a file that a new worker can not load again', async () => {
    const engine = client();
    const lost: unknown[] = [];
    engine.onLost = (...file) => void lost.push(file);
    restarted(engine);
    last().run('04', '');
    jest.advanceTimersByTime(5_000);
    expect(workers).toHaveLength(3);
    last().end({ status: 'loaded' });
    expect(last().asked.at(-1)?.request).toEqual({ kind: 'load', assignment: '04', source, stopped: 5 });
    last().end(problem);
    expect(lost).toEqual([['04', problem]]);
    expect(last().asked.at(-1)?.request).toMatchObject({ kind: 'check', assignment: '03' });
    // It is not loaded a third time.
    last().run('crossEntropy', 'public/0');
    jest.advanceTimersByTime(5_000);
    last().end({ status: 'loaded' });
    await settled();
    expect(last().asked.map(({ request }) => request.kind)).toEqual(['load', 'check']);
  });

  it('should not report it if it was replaced meanwhile', async () => {
    const engine = client();
    const lost: unknown[] = [];
    engine.onLost = (...file) => void lost.push(file);
    restarted(engine);
    const replaced = engine.load('04', { ...source, text: 'new' });
    last().end(problem);
    await settled();
    last().end({ status: 'checked', exercises: [] });
    last().end({ status: 'loaded' });
    expect(await replaced).toEqual({ status: 'loaded' });
    expect(lost).toEqual([]);
  });

  it('should drop requests for a replaced file without an answer', async () => {
    const engine = client();
    void engine.load('03', source);
    const checked = engine.check('03', 'en');
    void engine.load('03', source);
    expect(await checked).toBeUndefined();
  });
});
