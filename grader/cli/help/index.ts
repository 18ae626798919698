/** `--help` and usage errors in Chinese. */
export { prepareChinese, speakChinese } from './speakChinese';
