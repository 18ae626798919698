import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { z } from 'zod';
import { parseJson } from '../../files';
import { installTfjsNode, reasonIn } from '../../student/backends';
import { note, ok, type Finding } from './finding';
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
    return parsed.status === 'damaged' ? noAnswer((texts) => texts.silent) : findingOf(parsed.value);
  } catch (error) {
    return noAnswer(() => (error as Error).message);
  }
}

function noAnswer(why: (texts: HealthTexts) => string): Finding {
  return (texts) => note(texts.backend, texts.noBackendAnswer(why(texts)), texts.askAgain);
}

function findingOf(answer: z.infer<typeof answerSchema>): Finding {
  return (texts) => {
    // A note, because grading doesn't depend on it.
    if (answer.status === 'problem')
      return note(texts.backend, reasonIn(texts.language, answer.message), texts.onlyTraining);
    const fact = texts.backendIs(answer.name, answer.version, reasonIn(texts.language, answer.why));
    switch (answer.name) {
      case 'tensorflow':
        return ok(texts.backend, fact);
      case 'wasm':
        return ok(texts.backend, texts.faster(fact, installTfjsNode));
      case 'cpu':
        return note(texts.backend, fact, texts.slow(installTfjsNode));
    }
  };
}
