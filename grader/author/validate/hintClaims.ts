import type { AssignmentSpec, ExerciseSpec } from '../../pipeline/course/spec';
import type { HintCatalogue } from '../../pipeline/course/words';
import type { Language } from '../../pipeline/types';
import type { Failure } from './claims';

/** Every mistake has three hints of its own in each language that the assignment speaks, and no hints are left over. */
export function proveHints(spec: AssignmentSpec): readonly Failure[] {
  return catalogues(spec).flatMap(([language, catalogue]) => [
    ...spec.exercises.flatMap((exercise) => hints(exercise, spec.id, language, catalogue)),
    ...staleHints(spec, language, catalogue),
  ]);
}

/** What is written in every language that the assignment speaks. */
function catalogues({ hints: english, translations }: AssignmentSpec): readonly (readonly [Language, HintCatalogue])[] {
  return translations === undefined
    ? [['en', english]]
    : [
        ['en', english],
        ['zh', translations.zh],
      ];
}

function hints(
  { name, mistakes }: ExerciseSpec,
  assignment: string,
  language: Language,
  catalogue: HintCatalogue,
): readonly Failure[] {
  const failures: Failure[] = [];
  const named = new Map<string, string>();
  const where = hintsFile(assignment, language);
  for (const { id } of mistakes) {
    const failure = (what: string, repair: string): void =>
      void failures.push({
        claim: 'hints',
        exercise: name,
        what: `the mistake ${id} ${what}${inLanguage[language]}`,
        where,
        repair,
      });
    const texts: readonly string[] = catalogue[name]?.[id] ?? [];
    const present = new Set(texts.map((text) => text.trim()).filter((text) => text !== ''));
    if (texts.length === 0) failure('has no hints', 'write three: where to look, the idea, its name');
    else if (texts.length !== 3 || present.size !== 3) {
      failure(
        `has ${present.size} hints that differ and say something`,
        'write three: where to look, the idea, its name',
      );
    }
    // Variants of one mistake may share their hints, by an alias; texts that are equal by chance were copied and
    // forgotten.
    const twin = named.get(texts.join('\n'));
    if (twin !== undefined && catalogue[name]?.[twin] !== texts)
      failure(`has the very words of ${twin}`, 'say what distinguishes the two');
    if (texts.length > 0) named.set(texts.join('\n'), id);
  }
  return failures;
}

function staleHints(
  { id, exercises }: AssignmentSpec,
  language: Language,
  catalogue: HintCatalogue,
): readonly Failure[] {
  const known = new Set(exercises.flatMap(({ name, mistakes }) => mistakes.map((mistake) => `${name}/${mistake.id}`)));
  return entriesOf(catalogue).flatMap(([exercise, mistake]) =>
    known.has(`${exercise}/${mistake}`)
      ? []
      : [
          {
            claim: 'hints',
            exercise,
            what: `there are hints${inLanguage[language]} for ${mistake}, which is no mistake of it`,
            where: hintsFile(id, language),
            repair: 'drop them',
          },
        ],
  );
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
