export { alteredArguments } from './alteredArguments';
