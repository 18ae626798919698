import { once } from 'node:events';
import { join } from 'node:path';
import { describeWith, until } from '../../testbed/tools';
import { readResult } from '../batch';
import { buildMadeProcesses } from './testing/MadeClass';
import { dozen, expectWhole, names, QueueFixture } from './testing/QueueFixture';
import { redisTool } from './testing/redisServer';

describeWith(redisTool, 'a queue after a failure', () => {
  const fixture = new QueueFixture();
  beforeAll(buildMadeProcesses);
  afterAll(() => fixture.end());

  it('should lose nothing and grade nothing twice when a worker is killed', async () => {
    const made = fixture.classOn(await fixture.server());
    const [first] = [made.worker(), made.worker()];
    made.holdAfter(3);
    const batch = fixture.run(made.batch);
    await made.graded(3);
    first.kill('SIGKILL');
    made.release();
    expectWhole(await batch, made);
    expect([...new Set(made.logged('end'))]).toEqual(names);
  });

  it('should keep graded results when a coordinator is killed', async () => {
    const made = fixture.classOn(await fixture.server());
    made.worker();
    made.holdAfter(4);
    const coordinator = made.coordinator();
    await made.graded(4);
    coordinator.kill('SIGKILL');
    await once(coordinator, 'exit');
    made.release();
    // Workers continue without a coordinator.
    await made.graded(8);
    await fixture.run(made.batch);
    expect(made.results()).toEqual(names);
    expect(made.logged('end')).toEqual(names);
  });

  it('should wait while Redis is killed, and continue when it is back', async () => {
    const redis = await fixture.server();
    const made = fixture.classOn(redis);
    made.worker();
    made.holdAfter(4);
    const warnings: string[] = [];
    const batch = fixture.run({ ...made.batch, warnings });
    await made.graded(4);
    await redis.kill();
    await until(() => warnings.some((warning) => warning.includes('is gone')));
    await redis.run();
    await until(() => warnings.some((warning) => warning.includes('Redis is back')));
    made.release();
    expectWhole(await batch, made);
    expect([...new Set(made.logged('end'))]).toEqual(names);
    expect(warnings.join('\n')).toMatch(/Redis at redis:\/\/127\.0\.0\.1:\d+ is gone \(.+\); waiting[^]*Redis is back/);
  });

  it('should add jobs again when Redis has lost them', async () => {
    const redis = await fixture.server();
    const made = fixture.classOn(redis);
    made.worker();
    made.holdAfter(4);
    const batch = fixture.run(made.batch);
    await made.graded(4);
    await fixture.adminOf(redis).flushall();
    made.release();
    expectWhole(await batch, made);
  });

  it('should give the jobs of a hanging worker to another, and ignore its late results', async () => {
    const made = fixture.classOn(await fixture.server());
    const [first] = [made.worker(), made.worker()];
    made.holdAfter(3);
    const batch = fixture.run(made.batch);
    await made.graded(3);
    first.kill('SIGSTOP');
    made.release();
    const end = await batch;
    first.kill('SIGCONT');
    expectWhole(end, made);
  });

  it('should wait for room when Redis is full', async () => {
    const redis = await fixture.server('--maxmemory', '32mb');
    const made = fixture.classOn(redis);
    const admin = fixture.adminOf(redis);
    for (let megabytes = 0; megabytes < 27; megabytes += 1) await admin.rpush('of another', Buffer.alloc(1_000_000));
    made.worker();
    const warnings: string[] = [];
    const batch = fixture.run({ ...made.batch, warnings });
    await until(() => warnings.some((warning) => warning.includes('Redis is nearly full')));
    expect(made.logged('begin')).toEqual([]);
    await admin.del('of another');
    expectWhole(await batch, made);
  });

  it('should list a submission that kills every worker as not graded, and grade the rest', async () => {
    const made = fixture.classOn(await fixture.server(), { ...dozen, s99: 'poison' });
    // Restart workers, as a service manager would.
    let isOver = false;
    const keep = (): void => {
      if (!isOver) made.worker().once('exit', keep);
    };
    keep();
    keep();
    const { notGraded } = await fixture.run(made.batch);
    isOver = true;
    expect(notGraded).toEqual(['s99']);
    expect(made.results()).toEqual([...names, 's99']);
    const { assignments } = await readResult(join(made.out, 'results', 's99.json'));
    expect(assignments[0]).toMatchObject({
      status: 'infrastructure',
      message: expect.stringContaining('each worker that took it died') as string,
    });
    // Three times in the class, and three times alone.
    expect(made.logged('begin').filter((name) => name === 's99').length).toBeLessThanOrEqual(6);
  });
});
