import {
  availableIsolation,
  isAtLeast,
  Sandbox,
  tryWarm,
  type Availability,
  type Isolation,
  type NurseryState,
} from '../../pipeline/sandbox';
import type { IsolationLevel } from '../../pipeline/types';
import { openIsolation } from '../openIsolation';
import { note, ok, problem, type Finding, type Found } from './finding';

const secondsToAnswer = 10;

/**
 * Checks whether a submission's process can be started, what it is isolated from, and why not from more.
 *
 * @param minimum - the weakest level at which a batch grades; undefined in a student's copy
 */
export async function lookAtSandbox(
  childCommand: readonly string[],
  minimum: IsolationLevel | undefined,
): Promise<readonly Finding[]> {
  try {
    const isolation = openIsolation(childCommand);
    const works = await answers(isolation.command);
    return [
      (texts) =>
        works
          ? ok(texts.process, texts.processAnswers)
          : problem(texts.process, texts.processSilent, texts.prepareProcess),
      levelFinding(isolation, availableIsolation(childCommand), minimum),
      warmFinding(await tryWarm(isolation.nursery())),
    ];
  } catch (error) {
    return [(texts) => problem(texts.isolation, (error as Error).message, texts.otherLevel)];
  }
}

/** How strong the chosen level is, and what is missing for a stronger one. */
export function levelFinding(
  { level }: Pick<Isolation, 'level'>,
  available: readonly Availability[],
  minimum?: IsolationLevel,
): Finding {
  const index = available.findIndex((one) => one.level === level);
  const stronger = available.slice(0, Math.max(0, index));
  const [best] = stronger;
  const missing = stronger.filter((one) => one.status === 'missing');
  const advised = missing.find((one) => one.advice !== undefined);
  return (texts) => {
    const report = (fact: string, advice: string): Found =>
      minimum !== undefined && !isAtLeast(level, minimum)
        ? problem(texts.isolation, texts.demanded(fact, minimum), texts.orAllow(advice))
        : note(texts.isolation, fact, advice);
    const fact = texts.level(level);
    if (best === undefined) return ok(texts.isolation, fact);
    if (best.status === 'available') return report(fact, texts.strongerWorks(best.level));
    const reasons = missing.map((one) => texts.missing(one.level, one.reason));
    const advice = advised?.advice === undefined ? texts.trusted : texts.toHave(advised.level, advised.advice);
    return report(texts.levelAnd(fact, reasons), advice);
  };
}

/** Whether processes can be forked from a warm one, and if not, why. */
export function warmFinding(state: NurseryState): Finding {
  return (texts) =>
    state.status === 'warm'
      ? ok(texts.warm, texts.isWarm)
      : note(texts.warm, texts.isCold(state.reason), texts.coldIsSlow);
}

async function answers(command: readonly string[]): Promise<boolean> {
  const sandbox = new Sandbox({ command, secondsPerExercise: secondsToAnswer });
  try {
    return (await sandbox.run('', [], () => undefined)).status === 'asked';
  } catch {
    return false;
  } finally {
    sandbox.close();
  }
}
