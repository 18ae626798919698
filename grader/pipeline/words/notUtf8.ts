/** Why a file is no text, in the words of grading and of `npm test`. */
export const notUtf8 = 'it is not a text in UTF-8; save it as UTF-8 in your editor';
