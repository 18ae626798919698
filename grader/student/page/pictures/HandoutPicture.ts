import type { Language } from '../../../pipeline/types';
import { stack, type Drawing } from '../drawing';
import { pictureOf, type Call, type DefinedView, type ViewTexts } from '../views/kit';

/** A picture of a handout, drawn from the reference solution by the code of a view. */
export interface HandoutPicture {
  readonly assignment: string;
  /** Unique in its assignment: the name of the file, and of the placeholder in the handout. */
  readonly name: string;
  /** Files of other assignments whose functions it calls, by assignment. */
  readonly needs: Readonly<Record<string, string>>;
  readonly draw: (language: Language, call: Call) => Promise<DrawnPicture>;
}

export interface DrawnPicture {
  readonly drawing: Drawing;
  /** The alternative text, with its numbers. */
  readonly text: string;
  /** Its view; undefined if there is none. */
  readonly view: string | undefined;
}

const width = 800;

/** Figures of a view, in a given state, side by side. */
export function fromView<State, Data, Texts extends ViewTexts>(
  view: DefinedView<State, Data, Texts>,
  options: Omit<HandoutPicture, 'draw' | 'needs'> &
    Partial<Pick<HandoutPicture, 'needs'>> & {
      readonly state?: Partial<State>;
      /** Ids of figures; all unless given. */
      readonly figures?: readonly string[];
    },
): HandoutPicture {
  const { assignment, name, needs = {}, state, figures: chosen } = options;
  return {
    ...{ assignment, name, needs },
    draw: async (language, call) => {
      const shown = { ...view.initial, ...state };
      const texts = view.texts[language];
      const data = await view.compute(shown, call);
      const { figures, sentences } = pictureOf(view, { data, state: shown, texts }, width);
      const drawings = figures.filter(({ id }) => chosen?.includes(id) ?? true).map(({ drawing }) => drawing);
      const text = sentences.join(language === 'zh' ? '' : ' ');
      const id = `${view.id}-${name}`;
      return {
        drawing: stack({ id, title: texts.title, description: text, columns: 2 }, drawings),
        text,
        view: texts.title,
      };
    },
  };
}
