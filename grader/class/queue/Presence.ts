import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import type { Announcements } from './announcements';
import { stampId, type Stamp } from './stamp';

/** That a coordinator is there, how far its batch is, and whether anyone works for it. */
export class Presence {
  /** The batch that its stamp names. */
  readonly batch: string;
  done = 0;
  total = 0;
  readonly #id = randomUUID();
  #isLonely = false;

  constructor(
    private readonly announcements: Announcements,
    private readonly stamp: Stamp,
    private readonly warn: (what: string) => void,
  ) {
    this.batch = stampId(stamp);
  }

  /** @param isWaiting - whether jobs are waited for: no worker is worth a warning then */
  async sign(isWaiting: boolean): Promise<void> {
    const { batch, done, total } = this;
    await this.announcements.announce(batch, this.stamp);
    await this.announcements.coordinators.sign(this.#id, { batch, host: hostname(), pid: process.pid, done, total });
    const workers = [...(await this.announcements.workersThere()).values()];
    const isLonely = isWaiting && !workers.some(({ batches }) => batches.includes(batch));
    if (isLonely && !this.#isLonely) {
      const refused = workers.filter((worker) => worker.refused.some((one) => one.batch === batch)).length;
      const why = refused === 0 ? 'none has joined' : `${refused} can't join, see \`grader doctor --redis\``;
      this.warn(`waiting for workers: ${why}; start \`grader worker --redis URL\``);
    }
    this.#isLonely = isLonely;
  }

  /** Whether no one else coordinates the batch: another, of another folder, may use it, or have died and come back. */
  async leave(): Promise<boolean> {
    await this.announcements.coordinators.leave(this.#id);
    const others = [...(await this.announcements.coordinatorsThere()).values()];
    return !others.some(({ batch }) => batch === this.batch);
  }

  async withdraw(): Promise<void> {
    await this.announcements.withdraw(this.batch);
  }
}
