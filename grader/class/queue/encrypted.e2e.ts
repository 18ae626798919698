import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describeWith, itWith, program } from '../../testbed/tools';
import { openRedis } from './openRedis';
import { MadeClass, buildMadeProcesses } from './testing/MadeClass';
import { RedisServer, redisTool, type Certificate } from './testing/redisServer';

const [user, password] = ['ta', 'wasser:und/brot'];

/** Makes a self-signed certificate for 127.0.0.1. */
function makeCertificate(folder: string): Certificate {
  const [key, certificate] = [join(folder, 'key.pem'), join(folder, 'certificate.pem')];
  const subject = ['-subj', '/CN=descent', '-addext', 'subjectAltName=IP:127.0.0.1'];
  const curve = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'];
  execFileSync('openssl', ['req', '-x509', ...curve, '-days', '2', ...subject, '-keyout', key, '-out', certificate], {
    stdio: 'ignore',
  });
  return { key, certificate };
}

describeWith(redisTool, 'an encrypted Redis with users', () => {
  itWith(
    program('openssl', ['version']),
    'should grade a class, and explain how to trust its certificate',
    async () => {
      const folder = mkdtempSync(join(tmpdir(), 'descent-certificate-'));
      const files = makeCertificate(folder);
      const redis = await RedisServer.startEncrypted(files, user, password);
      const url = redis.url.replace('//', `//${user}:${encodeURIComponent(password)}@`);
      // The started processes trust the certificate; this process does not.
      const made = new MadeClass(
        { url, prefix: 'course', timing: { lockMs: 1_500, stalledMs: 700 } },
        { anna: '10', ben: '10', carla: '10' },
        { NODE_EXTRA_CA_CERTS: files.certificate },
      );
      try {
        await expect(openRedis(url)).rejects.toThrow(
          /^Redis at rediss:\/\/127\.0\.0\.1:\d+ can't be used \(self-signed certificate\); name its certificate authority in NODE_EXTRA_CA_CERTS$/,
        );
        buildMadeProcesses();
        made.worker();
        await once(made.coordinator(), 'exit');
        expect(made.results()).toEqual(['anna', 'ben', 'carla']);
      } finally {
        made.end();
        await redis.end();
        rmSync(folder, { recursive: true });
      }
    },
  );

  it('should report a wrong password without showing it', async () => {
    const redis = await RedisServer.start('--user', user, 'on', `>${password}`, '~*', '&*', '+@all');
    try {
      const message = await openRedis(redis.url.replace('//', `//${user}:geheim@`)).catch(
        (error: Error) => error.message,
      );
      expect(message).toMatch(/WRONGPASS.*; give user and password as in redis:\/\/user:password@host$/);
      expect(message).not.toContain('geheim');
      const redisOfUser = await openRedis(redis.url.replace('//', `//${user}:${encodeURIComponent(password)}@`));
      redisOfUser.disconnect();
    } finally {
      await redis.end();
    }
  });
});
