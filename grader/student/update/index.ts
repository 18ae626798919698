/** Bringing a corrected release to a student who has begun. */
export { applyRelease } from './applyRelease';
export { updateTexts } from './texts';
export { updateLines } from './updateLines';
export { fingerprintOf } from './checkOrigin';
export {
  makeManifest,
  manifestName,
  parseManifest,
  sha256,
  unfitPaths,
  writeManifest,
  type Files,
  type Manifest,
} from './manifest';
