import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import type { Announcements } from './announcements';
import { stampId, type Stamp } from './stamp';

/** Announces a coordinator and its progress, and warns while its batch has no workers. */
export class Presence {
  /** The batch's ID: the hash of its stamp. */
  readonly batch: string;
  done = 0;
  total = 0;
  readonly #id = randomUUID();
  #lacksWorkers = false;

  constructor(
    private readonly announcements: Announcements,
    private readonly stamp: Stamp,
    private readonly warn: (what: string) => void,
  ) {
    this.batch = stampId(stamp);
  }

  /** @param isWaiting - whether jobs are pending, so that missing workers deserve a warning */
  async refresh(isWaiting: boolean): Promise<void> {
    const { batch, done, total } = this;
    await this.announcements.announce(batch, this.stamp);
    await this.announcements.coordinators.refresh(this.#id, { batch, host: hostname(), pid: process.pid, done, total });
    const workers = [...(await this.announcements.liveWorkers()).values()];
    const lacksWorkers = isWaiting && !workers.some(({ batches }) => batches.includes(batch));
    if (lacksWorkers && !this.#lacksWorkers) {
      const refused = workers.filter((worker) => worker.refused.some((one) => one.batch === batch)).length;
      const why = refused === 0 ? 'none has joined' : `${refused} can't join, see \`grader doctor --redis\``;
      this.warn(`waiting for workers: ${why}; start \`grader worker --redis URL\``);
    }
    this.#lacksWorkers = lacksWorkers;
  }

  /** @returns whether no other coordinator uses this queue; one for another results folder may */
  async leave(): Promise<boolean> {
    await this.announcements.coordinators.leave(this.#id);
    const others = [...(await this.announcements.liveCoordinators()).values()];
    return !others.some(({ batch }) => batch === this.batch);
  }

  async withdraw(): Promise<void> {
    await this.announcements.withdraw(this.batch);
  }
}
