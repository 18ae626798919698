import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { tf } from '../precision';
import { sourceFolder, type Checkout } from '../pipeline/course';
import type { Language } from '../pipeline/types';
import { runComputation, type StudentFunctions } from '../student/page/computations';
import { standalone } from '../student/page/drawing';
import { handoutPictures, type DrawnPicture, type HandoutPicture } from '../student/page/pictures';
import { loadMutant, LoopGuard } from './mutants/loadMutant';

/** A picture for a placeholder of a handout. */
export interface PictureForHandout extends DrawnPicture {
  readonly name: string;
  /** File name relative to the handout. */
  readonly file: string;
  /** Content of the file. */
  readonly svg: string;
}

/**
 * Draws the pictures for a handout's placeholders from the reference solution.
 *
 * @param checkout - checkout with the solutions
 * @param own - the assignment's own file of solutions
 * @throws if a handout has a placeholder for an unknown picture, or a solution fails
 */
export async function drawPictures(
  checkout: Checkout,
  { id, file: own }: { readonly id: string; readonly file: string },
  names: readonly string[],
  language: Language,
): Promise<readonly PictureForHandout[]> {
  return Promise.all(
    names.map(async (name) => {
      const picture = handoutPictures.find((one) => one.assignment === id && one.name === name);
      if (picture === undefined)
        throw new Error(`the handout of ${id} has a place for a picture ${name}, which there is not`);
      const drawn = await draw(checkout, picture, own, language);
      const file = `pictures/${name}${language === 'zh' ? '.zh-CN' : ''}.svg`;
      return { ...drawn, name, file, svg: standalone(drawn.drawing.markup.text) };
    }),
  );
}

async function draw(
  checkout: Checkout,
  { assignment, needs, draw: drawWith }: HandoutPicture,
  own: string,
  language: Language,
): Promise<DrawnPicture> {
  const files = Object.entries({ ...needs, [assignment]: own });
  const functions: StudentFunctions = Object.fromEntries(
    await Promise.all(
      files.map(async ([id, file]) => {
        const text = await readFile(join(sourceFolder(checkout, id), file), 'utf8');
        return [id, loadMutant(text, new LoopGuard(Infinity))] as const;
      }),
    ),
  );
  return drawWith(language, (computation, parameters) => {
    const result = runComputation(computation, functions, tf, parameters);
    // Includes functions of other assignments if a picture needs them. A failing reference is our own bug.
    if (result.status !== 'ok' && result.status !== 'todo')
      throw new Error(`${computation.id} of ${assignment}: ${JSON.stringify(result)}`);
    return Promise.resolve(result);
  });
}
