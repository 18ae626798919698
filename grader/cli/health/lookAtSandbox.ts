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
import { note, ok, problem, type Finding } from './finding';

const secondsToAnswer = 10;

/** What each level means for who grades. */
const meanings: Readonly<Record<Isolation['level'], string>> = {
  bubblewrap: 'a submission has no network, no files and no other processes',
  unshare: "a submission has no network and no other processes; files are only Node's permission model's to refuse",
  'permissions-uid':
    "a submission runs as a user who owns nothing; files, network and processes are only Node's permission model's to refuse",
  permissions:
    "a submission runs with your rights, held back by Node's permission model alone, which can be got around",
  process: 'a submission runs with your rights to files and network; it knows no expected values all the same',
};

/**
 * Whether a submission's process can be started, what it is kept from, and why it is not kept from more.
 *
 * @param minimum - the level below which a batch refuses to grade; undefined in a student's copy, where there is none
 */
export async function lookAtSandbox(
  childCommand: readonly string[],
  minimum: IsolationLevel | undefined,
): Promise<readonly Finding[]> {
  const topic = 'isolation';
  try {
    const isolation = openIsolation(childCommand);
    const works = await answers(isolation.command);
    const starts = works
      ? ok("submission's process", 'it starts and answers')
      : problem(
          "submission's process",
          'it does not start or does not answer',
          `run \`npm run prepare\`, or try DESCENT_ISOLATION=process`,
        );
    return [
      starts,
      levelFinding(isolation, availableIsolation(childCommand), minimum),
      warmFinding(await tryWarm(isolation.nursery())),
    ];
  } catch (error) {
    return [problem(topic, (error as Error).message, 'unset DESCENT_ISOLATION, or give it another level')];
  }
}

/** How strong the chosen level is, and what is missing for a stronger one. */
export function levelFinding(
  { level }: Pick<Isolation, 'level'>,
  available: readonly Availability[],
  minimum?: IsolationLevel,
): Finding {
  const isRefused = minimum !== undefined && !isAtLeast(level, minimum);
  const tell = (fact: string, advice: string): Finding =>
    isRefused
      ? problem('isolation', `${fact}; the course demands ${minimum}`, `${advice}; or give batch --allow-weak-isolation`)
      : note('isolation', fact, advice);
  const fact = `level ${level}: ${meanings[level]}`;
  const index = available.findIndex((one) => one.level === level);
  const stronger = available.slice(0, Math.max(0, index));
  if (stronger.length === 0) return ok('isolation', fact);
  const [best] = stronger;
  if (best?.status === 'available')
    return tell(fact, `${best.level} works here too, and DESCENT_ISOLATION keeps it from being used`);
  const missing = stronger.filter((one) => one.status === 'missing');
  const reasons = missing.map((one) => `${one.level}: ${one.reason}`);
  const advice = missing.find((one) => one.advice !== undefined)?.advice;
  const trusted = 'grade only what people you trust have written, or grade on Linux or in a container';
  return tell(`${fact} (${reasons.join('; ')})`, advice ?? trusted);
}

/** Whether processes can be forked from a warm one, and why not. */
export function warmFinding(state: NurseryState): Finding {
  const topic = 'warm processes';
  if (state.status === 'warm') return ok(topic, "in a class, a submission's process is forked from a warm one");
  return note(
    topic,
    `every submission's process starts cold: ${state.reason}`,
    'a class then takes about three times as long; results are the same',
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
