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
import { note, ok, problem, type Finding, type Said } from './finding';
import type { HealthTexts } from './texts';

const secondsToAnswer = 10;
const topic: Said = (texts) => texts.isolation;
const processTopic: Said = (texts) => texts.process;

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
    const starts = works
      ? ok(processTopic, (texts) => texts.processAnswers)
      : problem(
          processTopic,
          (texts) => texts.processSilent,
          (texts) => texts.prepareProcess,
        );
    return [
      starts,
      levelFinding(isolation, availableIsolation(childCommand), minimum),
      warmFinding(await tryWarm(isolation.nursery())),
    ];
  } catch (error) {
    return [problem(topic, (error as Error).message, (texts) => texts.otherLevel)];
  }
}

type InWords = (texts: HealthTexts) => string;

/** How strong the chosen level is, and what is missing for a stronger one. */
export function levelFinding(
  { level }: Pick<Isolation, 'level'>,
  available: readonly Availability[],
  minimum?: IsolationLevel,
): Finding {
  const isRefused = minimum !== undefined && !isAtLeast(level, minimum);
  const tell = (fact: InWords, advice: InWords): Finding =>
    isRefused
      ? problem(
          topic,
          (texts) => texts.demanded(fact(texts), minimum),
          (texts) => texts.orAllow(advice(texts)),
        )
      : note(topic, fact, advice);
  const fact: InWords = (texts) => texts.level(level);
  const index = available.findIndex((one) => one.level === level);
  const stronger = available.slice(0, Math.max(0, index));
  if (stronger.length === 0) return ok(topic, fact);
  const [best] = stronger;
  if (best?.status === 'available') return tell(fact, (texts) => texts.strongerWorks(best.level));
  const missing = stronger.filter((one) => one.status === 'missing');
  const advised = missing.find((one) => one.advice !== undefined);
  return tell(
    (texts) =>
      texts.levelAnd(
        fact(texts),
        missing.map((one) => texts.missing(one.level, one.reason)),
      ),
    (texts) => (advised?.advice === undefined ? texts.trusted : texts.toHave(advised.level, advised.advice)),
  );
}

/** Whether processes can be forked from a warm one, and if not, why. */
export function warmFinding(state: NurseryState): Finding {
  const warmTopic: Said = (texts) => texts.warm;
  if (state.status === 'warm') return ok(warmTopic, (texts) => texts.isWarm);
  return note(
    warmTopic,
    (texts) => texts.isCold(state.reason),
    (texts) => texts.coldIsSlow,
  );
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
