import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

const root = join(__dirname, '../..');
const { services, networks, volumes } = parse(readFileSync(join(root, 'compose.yaml'), 'utf8'), { merge: true }) as {
  readonly services: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly networks: unknown;
  readonly volumes: unknown;
};

describe('compose.yaml', () => {
  it('should have Redis, a coordinator and workers on a network without outside access', () => {
    expect(Object.keys(services)).toEqual(['redis', 'worker', 'coordinator']);
    expect(networks).toEqual({ queue: { internal: true } });
    for (const one of Object.values(services)) {
      expect(one.networks).toEqual(['queue']);
      expect(one).not.toHaveProperty('ports');
    }
  });

  it('should persist Redis, and mount neither submissions nor results into workers', () => {
    expect(services.redis?.command).toMatch(/--appendonly yes .*--maxmemory-policy noeviction/);
    expect(volumes).toHaveProperty('redis');
    expect(services.worker).not.toHaveProperty('volumes');
    expect(services.coordinator?.volumes).toEqual(['./work:/work:ro', './graded:/graded']);
  });

  it('should start the grader built here, with one hidden seed from outside for all services', () => {
    for (const name of ['worker', 'coordinator']) {
      expect(services[name]).toMatchObject({
        build: '.',
        environment: {
          DESCENT_REDIS: 'redis://redis:6379',
          DESCENT_HIDDEN_SEED: expect.stringMatching(/^\$\{DESCENT_HIDDEN_SEED:\?/) as string,
        },
      });
    }
  });
});
