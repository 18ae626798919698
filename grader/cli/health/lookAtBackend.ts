import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { z } from 'zod';
import { parseJson } from '../../files';
import { installTfjsNode, reasonIn } from '../../student/backends';
import { note, ok, type Finding, type Said } from './finding';
import type { HealthTexts } from './texts';

const answerSchema = z.discriminatedUnion('status', [
  z.object({
    status: z.literal('ok'),
    name: z.enum(['tensorflow', 'wasm', 'cpu']),
    why: z.string(),
    version: z.string(),
  }),
  z.object({ status: z.literal('problem'), message: z.string() }),
]);

const topic: Said = (texts) => texts.backend;

/**
 * The backend that `train` would use, and why. Starts a training process to ask it, because only a running one knows.
 */
export async function lookAtBackend([program = '', ...args]: readonly string[], root: string): Promise<Finding> {
  try {
    const child = spawn(program, [...args, 'backend'], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'ignore'],
      windowsHide: true,
    });
    const failed = new Promise<never>((_resolve, reject) => child.on('error', reject));
    const parsed = parseJson(await Promise.race([text(child.stdout), failed]), answerSchema);
    if (parsed.status === 'damaged') return noAnswer((texts) => texts.silent);
    const answer = parsed.value;
    // A note, because grading doesn't depend on it.
    if (answer.status === 'problem')
      return note(
        topic,
        (texts) => reasonIn(texts.language, answer.message),
        (texts) => texts.onlyTraining,
      );
    return findingOf(answer);
  } catch (error) {
    return noAnswer(() => (error as Error).message);
  }
}

function noAnswer(why: (texts: HealthTexts) => string): Finding {
  return note(
    topic,
    (texts) => texts.noBackendAnswer(why(texts)),
    (texts) => texts.askAgain,
  );
}

function findingOf({
  name,
  why,
  version,
}: {
  readonly name: string;
  readonly why: string;
  readonly version: string;
}): Finding {
  const fact = (texts: HealthTexts): string => texts.backendIs(name, version, reasonIn(texts.language, why));
  switch (name) {
    case 'tensorflow':
      return ok(topic, fact);
    case 'wasm':
      return ok(topic, (texts) => texts.faster(fact(texts), installTfjsNode));
    default:
      return note(topic, fact, (texts) => texts.slow(installTfjsNode));
  }
}
