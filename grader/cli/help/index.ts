/** What `--help` and wrong calls say to readers of Chinese. */
export { prepareChinese, speakChinese } from './speakChinese';
