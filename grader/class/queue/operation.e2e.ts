import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describeWith, until } from '../../testbed/tools';
import { Announcements } from './announcements';
import { usualTiming } from './job';
import { actOnQueue, queueState } from './queueState';
import { buildMadeProcesses } from './testing/MadeClass';
import { expectWhole, names, QueueFixture } from './testing/QueueFixture';
import { redisTool } from './testing/redisServer';

describeWith(redisTool, 'a queue in operation', () => {
  const fixture = new QueueFixture();
  beforeAll(buildMadeProcesses);
  afterAll(() => fixture.end());

  it('should detect a dead worker within 15 s', () => {
    expect(usualTiming).toEqual({ lockMs: 10_000, stalledMs: 5_000 });
  });

  it('should refuse a worker with other conditions, and show the differences', async () => {
    const redis = await fixture.server();
    const made = fixture.classOn(redis);
    made.worker({ graderVersion: '0.9.0', node: 'v22.1.0', seedLabel: '00000000' });
    const admin = fixture.adminOf(redis);
    const announcements = new Announcements(admin, 'course');
    const warnings: string[] = [];
    const batch = fixture.run({ ...made.batch, warnings });
    const refused = async (): Promise<readonly string[]> =>
      [...(await announcements.liveWorkers()).values()].flatMap((worker) =>
        worker.refused.flatMap(({ differences }) => differences),
      );
    await until(async () => (await refused()).length > 0);
    expect(await refused()).toEqual([
      "the grader's version is 0.9.0, and the batch needs 1.0.0",
      'Node is v22.1.0, and the batch needs v20.0.0',
      "the hidden seed's label is 00000000, and the batch needs 3f2a91c0",
    ]);
    expect(made.logged('begin')).toEqual([]);
    await until(() => warnings.some((warning) => warning.includes('waiting for workers')));
    made.worker();
    expectWhole(await batch, made);
  });

  it('should serve two coordinators on one queue, each with its own results', async () => {
    const redis = await fixture.server();
    const made = fixture.classOn(redis);
    made.worker();
    const other = { ...made.batch, out: join(made.folder, 'other') };
    const [one, two] = await Promise.all([fixture.run(made.batch), fixture.run(other)]);
    expectWhole(one, made);
    expect([...two.written.keys()].toSorted()).toEqual(names);
    expect(made.results(other.out)).toEqual(names);
    // Redis is empty afterwards.
    const admin = fixture.adminOf(redis);
    expect((await admin.keys('*')).filter((key) => !key.includes('workers'))).toEqual([]);
  });

  it('should start nothing while paused, and remove waiting jobs when drained', async () => {
    const redis = await fixture.server();
    const made = fixture.classOn(redis);
    const admin = fixture.adminOf(redis);
    const coordinator = made.coordinator();
    const waiting = async (): Promise<number | undefined> => (await queueState(admin, 'course')).batches[0]?.waiting;
    await until(async () => (await waiting()) === names.length);
    await actOnQueue(admin, 'course', 'pause');
    made.worker();
    const { batches } = await queueState(admin, 'course');
    expect(batches).toMatchObject([{ assignments: ['03-losses'], isPaused: true, running: 0, failed: 0 }]);
    await until(async () => (await queueState(admin, 'course')).workers[0]?.batches.length === 1);
    expect(made.logged('begin')).toEqual([]);
    made.holdAfter(2);
    await actOnQueue(admin, 'course', 'resume');
    await made.graded(2);
    coordinator.kill('SIGKILL');
    await actOnQueue(admin, 'course', 'drain');
    expect(await waiting()).toBe(0);
    made.release();
    // The resumed coordinator fetches finished results and adds the rest again.
    await fixture.run(made.batch);
    expect(made.results()).toEqual(names);
    await actOnQueue(admin, 'course', 'drain');
    expect((await queueState(admin, 'course')).batches).toEqual([]);
  });

  it('should grade a submission locally when it is too large to pack', async () => {
    const made = fixture.classOn(await fixture.server());
    writeFileSync(join(made.directory, 's10', 'losses.ts'), `5 ${'x'.repeat(45_000_000)}`);
    made.worker();
    expectWhole(await fixture.run(made.batch), made);
  });
});
