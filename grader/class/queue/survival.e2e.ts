import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import { describeWith, until } from '../../testbed/tools';
import { readResult } from '../batch';
import { Announcements } from './announcements';
import { usualTiming } from './job';
import { actOnQueue, queueState } from './queueState';
import { MadeClass, buildMadeProcesses } from './testing/MadeClass';
import { RedisServer, redisTool } from './testing/redisServer';
import { runMadeBatch, type MadeBatch, type MadeBatchEnd } from './testing/runMadeBatch';

/** Shorter than usual, so that a worker's death is noticed while the test runs. */
const timing = { lockMs: 1_500, stalledMs: 700 };
const dozen = Object.fromEntries(Array.from({ length: 12 }, (_, index) => [`s${10 + index}`, `${150 + index}`]));
const names = Object.keys(dozen);

describeWith(redisTool, 'a queue', () => {
  const servers: RedisServer[] = [];
  const classes: MadeClass[] = [];
  const admins: Redis[] = [];
  const batches: Promise<MadeBatchEnd>[] = [];
  beforeAll(buildMadeProcesses);
  afterAll(async () => {
    // After a test that failed, too, nothing may stay open.
    for (const one of classes) one.end();
    await Promise.allSettled(batches);
    for (const one of admins) one.disconnect();
    await Promise.all(servers.map((server) => server.end()));
  });

  const server = async (...more: readonly string[]): Promise<RedisServer> => {
    const started = await RedisServer.start(...more);
    servers.push(started);
    return started;
  };
  const classOn = ({ url }: RedisServer, work = dozen, prefix = 'course'): MadeClass => {
    const made = new MadeClass({ url, prefix, timing }, work);
    classes.push(made);
    return made;
  };
  const run = (batch: MadeBatch): Promise<MadeBatchEnd> => {
    const running = runMadeBatch(batch);
    batches.push(running);
    return running;
  };
  const adminOf = ({ url }: RedisServer): Redis => {
    const admin = new Redis(url, { maxRetriesPerRequest: null });
    admins.push(admin);
    return admin;
  };
  /** Each result is there, and was written once. */
  const expectWhole = ({ notGraded, written }: MadeBatchEnd, made: MadeClass, all = names): void => {
    expect(notGraded).toEqual([]);
    expect([...written.keys()].toSorted()).toEqual(all);
    expect([...written.values()].every((times) => times === 1)).toBe(true);
    expect(made.results()).toEqual(all);
  };

  it('should notice within a quarter of a minute that a worker is gone', () => {
    expect(usualTiming).toEqual({ lockMs: 10_000, stalledMs: 5_000 });
  });

  it('should lose nothing and grade nothing twice when a worker is killed', async () => {
    const made = classOn(await server());
    const [first] = [made.worker(), made.worker()];
    made.holdAfter(3);
    const batch = run(made.batch);
    await made.graded(3);
    first.kill('SIGKILL');
    made.goOn();
    expectWhole(await batch, made);
    expect([...new Set(made.said('end'))]).toEqual(names);
  });

  it('should go on with what is graded when a coordinator is killed', async () => {
    const made = classOn(await server());
    made.worker();
    made.holdAfter(4);
    const coordinator = made.coordinator();
    await made.graded(4);
    coordinator.kill('SIGKILL');
    await once(coordinator, 'exit');
    made.goOn();
    // Workers go on meanwhile.
    await made.graded(8);
    await run(made.batch);
    expect(made.results()).toEqual(names);
    expect(made.said('end')).toEqual(names);
  });

  it('should wait for a Redis that is killed, and go on when it is back', async () => {
    const redis = await server();
    const made = classOn(redis);
    made.worker();
    made.holdAfter(4);
    const warnings: string[] = [];
    const batch = run({ ...made.batch, warnings });
    await made.graded(4);
    await redis.kill();
    await until(() => warnings.some((warning) => warning.includes('is gone')));
    await redis.run();
    await until(() => warnings.some((warning) => warning.includes('Redis is back')));
    made.goOn();
    expectWhole(await batch, made);
    expect([...new Set(made.said('end'))]).toEqual(names);
    expect(warnings.join('\n')).toMatch(/Redis at redis:\/\/127\.0\.0\.1:\d+ is gone \(.+\); waiting[^]*Redis is back/);
  });

  it('should put in again what a Redis has lost', async () => {
    const redis = await server();
    const made = classOn(redis);
    made.worker();
    made.holdAfter(4);
    const batch = run(made.batch);
    await made.graded(4);
    await adminOf(redis).flushall();
    made.goOn();
    expectWhole(await batch, made);
  });

  it('should give the jobs of a worker that hangs to another, and take nothing more from it', async () => {
    const made = classOn(await server());
    const [first] = [made.worker(), made.worker()];
    made.holdAfter(3);
    const batch = run(made.batch);
    await made.graded(3);
    first.kill('SIGSTOP');
    made.goOn();
    const end = await batch;
    first.kill('SIGCONT');
    expectWhole(end, made);
  });

  it('should refuse a worker that would grade otherwise, and show how it differs', async () => {
    const redis = await server();
    const made = classOn(redis);
    made.worker({ graderVersion: '0.9.0', node: 'v22.1.0', seedLabel: '00000000' });
    const admin = adminOf(redis);
    const announcements = new Announcements(admin, 'course');
    const warnings: string[] = [];
    const batch = run({ ...made.batch, warnings });
    const refused = async (): Promise<readonly string[]> =>
      [...(await announcements.workersThere()).values()].flatMap((worker) =>
        worker.refused.flatMap(({ differences }) => differences),
      );
    await until(async () => (await refused()).length > 0);
    expect(await refused()).toEqual([
      "the grader's version is 0.9.0, and the batch needs 1.0.0",
      'Node is v22.1.0, and the batch needs v20.0.0',
      "the hidden seed's label is 00000000, and the batch needs 3f2a91c0",
    ]);
    expect(made.said('begin')).toEqual([]);
    await until(() => warnings.some((warning) => warning.includes('waiting for workers')));
    made.worker();
    expectWhole(await batch, made);
  });

  it('should wait for room in a Redis that is full', async () => {
    const redis = await server('--maxmemory', '32mb');
    const made = classOn(redis);
    const admin = adminOf(redis);
    for (let megabytes = 0; megabytes < 27; megabytes += 1) await admin.rpush('of another', Buffer.alloc(1_000_000));
    made.worker();
    const warnings: string[] = [];
    const batch = run({ ...made.batch, warnings });
    await until(() => warnings.some((warning) => warning.includes('Redis is nearly full')));
    expect(made.said('begin')).toEqual([]);
    await admin.del('of another');
    expectWhole(await batch, made);
  });

  it('should leave to a person what kills every worker, and grade the rest', async () => {
    const made = classOn(await server(), { ...dozen, s99: 'poison' });
    // As a service manager would.
    let isOver = false;
    const keep = (): void => {
      if (!isOver) made.worker().once('exit', keep);
    };
    keep();
    keep();
    const { notGraded } = await run(made.batch);
    isOver = true;
    expect(notGraded).toEqual(['s99']);
    expect(made.results()).toEqual([...names, 's99']);
    const { assignments } = await readResult(join(made.out, 'results', 's99.json'));
    expect(assignments[0]).toMatchObject({
      status: 'infrastructure',
      message: expect.stringContaining('each worker that took it died') as string,
    });
    // Three times in a class and three times alone.
    expect(made.said('begin').filter((name) => name === 's99').length).toBeLessThanOrEqual(6);
  });

  it('should serve two coordinators on one queue, each with its own results', async () => {
    const redis = await server();
    const made = classOn(redis);
    made.worker();
    const other = { ...made.batch, out: join(made.folder, 'other') };
    const [one, two] = await Promise.all([run(made.batch), run(other)]);
    expectWhole(one, made);
    expect([...two.written.keys()].toSorted()).toEqual(names);
    expect(made.results(other.out)).toEqual(names);
    // Nothing stays behind.
    const admin = adminOf(redis);
    expect((await admin.keys('*')).filter((key) => !key.includes('workers'))).toEqual([]);
  });

  it('should begin nothing while it is paused, and forget what waits when it is drained', async () => {
    const redis = await server();
    const made = classOn(redis);
    const admin = adminOf(redis);
    const coordinator = made.coordinator();
    const waiting = async (): Promise<number | undefined> => (await queueState(admin, 'course')).batches[0]?.waiting;
    await until(async () => (await waiting()) === names.length);
    await actOnQueue(admin, 'course', 'pause');
    made.worker();
    const { batches } = await queueState(admin, 'course');
    expect(batches).toMatchObject([{ assignments: ['03-losses'], isPaused: true, running: 0, failed: 0 }]);
    await until(async () => (await queueState(admin, 'course')).workers[0]?.batches.length === 1);
    expect(made.said('begin')).toEqual([]);
    made.holdAfter(2);
    await actOnQueue(admin, 'course', 'resume');
    await made.graded(2);
    coordinator.kill('SIGKILL');
    await actOnQueue(admin, 'course', 'drain');
    expect(await waiting()).toBe(0);
    made.goOn();
    // What is graded already is kept for the coordinator that comes back, and the rest is put in again.
    await run(made.batch);
    expect(made.results()).toEqual(names);
    await actOnQueue(admin, 'course', 'drain');
    expect((await queueState(admin, 'course')).batches).toEqual([]);
  });

  it('should grade here what can not travel', async () => {
    const made = classOn(await server());
    writeFileSync(join(made.directory, 's10', 'losses.ts'), `5 ${'x'.repeat(45_000_000)}`);
    made.worker();
    expectWhole(await run(made.batch), made);
  });
});
