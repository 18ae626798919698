/** Languages that reports and hints are written in. */
export type Language = 'en' | 'zh';

/** The same in every language. */
export type Words = Readonly<Record<Language, string>>;

/** Three hints, from where to look, over the idea, to the mistake's name. */
export type Hints = readonly [locate: string, concept: string, name: string];

/** What is written in English, in the other languages. */
export type Translated<T> = Readonly<Record<Exclude<Language, 'en'>, T>>;
