/** Why a file is not text, shared by grading and `npm test`. */
export const notUtf8 = 'it is not a text in UTF-8; save it as UTF-8 in your editor';
