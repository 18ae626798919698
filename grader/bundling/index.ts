/**
 * The contents of released programs. The bundles themselves are built by plain JavaScript, which builds everything
 * else.
 */
export { onlyWhatIsUsed, type PageParts } from './page/buildPage';
export { keptPage, keptPageFile } from './page/keptPage';
export { pruneLockfile } from './pruneLockfile';
export { ownDataFiles } from './ownDataFiles';
export { readLockfile } from './readLockfile';
export { staffOnly, studentCommands } from './staffOnly';
export { readStaffPackage, studentPackage, writeStudentPackage, type StudentPackage } from './studentPackage';
