/** `--help` in Chinese, and usage errors. */
export { complaintInEnglish } from './complaintInEnglish';
export { prepareChinese, speakChinese } from './speakChinese';
