import type { AssignmentSpec, ExerciseSpec } from '../../pipeline/course/spec';
import type { HintCatalogue } from '../../pipeline/course/words';
import type { Language } from '../../pipeline/types';
import { plural } from '../../pipeline/words/english';
import { nearest } from '../../pipeline/words/didYouMean';
import { failing, type Failure } from './claims';

/**
 * Every mistake has its own three hints in each language of the assignment, and there are no unused hints.
 *
 * @param draft - whether untranslated hints may be missing
 */
export function proveHints(spec: AssignmentSpec, draft: boolean): readonly Failure[] {
  const failures = catalogues(spec).flatMap(([language, catalogue]) => [
    ...spec.exercises.flatMap((exercise) => hints(exercise, spec.id, language, catalogue)),
    ...staleHints(spec, language, catalogue),
  ]);
  const later = new Set(draft ? spec.exercises.flatMap((exercise) => untranslated(exercise, spec)) : []);
  return failures.filter(({ what }) => !later.has(what));
}

/** Warnings about missing translations in a draft, one per exercise. */
export function untranslatedHints(spec: AssignmentSpec): readonly string[] {
  return spec.exercises.flatMap((exercise) => {
    const { length } = untranslated(exercise, spec);
    const what = `${length} ${length === 1 ? 'mistake has' : 'mistakes have'} no hints in zh yet, where students read the English`;
    return length === 0 ? [] : [`${exercise.name}: ${what}; write them before it is published`];
  });
}

function untranslated({ name, mistakes }: ExerciseSpec, { translations }: AssignmentSpec): readonly string[] {
  if (translations === undefined) return [];
  return mistakes.flatMap(({ id }) =>
    translations.zh[name]?.[id] === undefined ? [`the mistake ${id} has no hints${inLanguage.zh}`] : [],
  );
}

/** Hints in every language of the assignment. */
function catalogues({ hints: english, translations }: AssignmentSpec): readonly (readonly [Language, HintCatalogue])[] {
  return [['en', english], ...(translations === undefined ? [] : [['zh', translations.zh] as const])];
}

function hints(
  { name, mistakes }: ExerciseSpec,
  assignment: string,
  language: Language,
  catalogue: HintCatalogue,
): readonly Failure[] {
  const failures: Failure[] = [];
  const named = new Map<string, string>();
  const ofHints = failing('hints', name, hintsFile(assignment, language));
  for (const { id } of mistakes) {
    const failure = (what: string, repair: string): void =>
      void failures.push(ofHints(`the mistake ${id} ${what}${inLanguage[language]}`, repair));
    const texts: readonly string[] = catalogue[name]?.[id] ?? [];
    const present = new Set(texts.map((text) => text.trim()).filter((text) => text !== ''));
    const three = 'write three: where to look, the idea, its name';
    if (texts.length === 0) failure('has no hints', three);
    else if (texts.length !== 3 || present.size !== 3)
      failure(
        `has ${plural(present.size, 'hint that differs and says', 'hints that differ and say')} something`,
        three,
      );
    else if (saysIt(texts[0] ?? '', texts[2] ?? ''))
      failure('is named by its first hint already', 'say where to look, and leave what is wrong there to the third');
    // Variants of one mistake can share hints, by a YAML alias; other equal texts are forgotten copies.
    const twin = named.get(texts.join('\n'));
    if (twin !== undefined && catalogue[name]?.[twin] !== texts)
      failure(`has the very words of ${twin}`, 'say what distinguishes the two');
    if (texts.length > 0) named.set(texts.join('\n'), id);
  }
  return failures;
}

/** Whether a first hint contains nearly everything of the last one. A few shared words are fine. */
function saysIt(locate: string, name: string): boolean {
  const [first, last] = [partsOf(locate), partsOf(name)];
  const shared = [...last].filter((part) => first.has(part)).length;
  return last.size >= 3 && shared > 0.8 * last.size;
}

const fillers = new Set(['the', 'an', 'of', 'is', 'are', 'it', 'its', 'by', 'to', 'in', 'and', 'or', 'at', 'for', 'with', 'on', 'as', 'not', 'no', 'you', 'your', 'that', 'this']); // prettier-ignore

/** Significant words; pairs of characters in languages without spaces. */
function partsOf(text: string): ReadonlySet<string> {
  const words = text.toLowerCase().match(/[\p{Script=Latin}\p{Script=Greek}\d]+/gu) ?? [];
  const pairs = (text.match(/\p{Script=Han}+/gu) ?? []).flatMap((run) =>
    Array.from(run).map((one, index, all) => one + (all[index + 1] ?? '')),
  );
  return new Set([...words, ...pairs].filter((part) => part !== 'a' && !fillers.has(part)));
}

function staleHints(
  { id, exercises }: AssignmentSpec,
  language: Language,
  catalogue: HintCatalogue,
): readonly Failure[] {
  const known = new Set(exercises.flatMap(({ name, mistakes }) => mistakes.map((mistake) => `${name}/${mistake.id}`)));
  const stale = entriesOf(catalogue).filter((entry) => !known.has(entry.join('/')));
  return stale.map(([exercise, mistake]) => {
    const what = `there are hints${inLanguage[language]} for ${mistake}, which is no mistake of it`;
    const lacking = (exercises.find(({ name }) => name === exercise)?.mistakes ?? []).filter(
      (one) => catalogue[exercise]?.[one.id] === undefined,
    );
    const near = nearest(
      mistake,
      lacking.map((one) => one.id),
    );
    const repair = near === undefined ? 'drop them' : `did you mean ${near}, which has none? Otherwise drop them`;
    return failing('hints', exercise, hintsFile(id, language))(what, repair);
  });
}

const inLanguage: Readonly<Record<Language, string>> = { en: '', zh: ' in zh' };

function entriesOf(catalogue: HintCatalogue): readonly (readonly [exercise: string, mistake: string])[] {
  return Object.entries(catalogue).flatMap(([exercise, ofExercise]) =>
    Object.keys(ofExercise).map((mistake) => [exercise, mistake] as const),
  );
}

function hintsFile(id: string, language: Language): string {
  return `solutions/${id}/hints.${language}.yaml`;
}
