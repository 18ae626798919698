/** What released programs consist of. The bundles themselves are plain JavaScript, which builds all else. */
export { onlyWhatIsUsed, type PageParts } from './page/buildPage';
export { keptPage, keptPageFile } from './page/keptPage';
export { pruneLockfile } from './pruneLockfile';
export { ownDataFiles } from './ownDataFiles';
export { readLockfile } from './readLockfile';
export { staffOnly, studentCommands } from './staffOnly';
export { readStaffPackage, studentPackage, writeStudentPackage, type StudentPackage } from './studentPackage';
