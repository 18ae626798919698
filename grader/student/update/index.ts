/** Updates a student's copy to a corrected release. */
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
