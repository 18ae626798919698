/** Languages of reports and hints. */
export type Language = 'en' | 'zh';

/** The same text in every language. */
export type Words = Readonly<Record<Language, string>>;

/** Three hints: where to look, the idea, and the mistake's name. */
export type Hints = readonly [locate: string, concept: string, name: string];

/** An English text's versions in the other languages. */
export type Translated<T> = Readonly<Record<Exclude<Language, 'en'>, T>>;
