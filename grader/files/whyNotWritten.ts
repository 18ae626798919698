/** Why a file could not be written, in words that follow "could not be written:". */
export function whyNotWritten({ code = '', message }: NodeJS.ErrnoException): string {
  return reasons[code] ?? message;
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'its folder does not exist',
  ENOTDIR: 'its folder is a file',
  EISDIR: 'it is a folder',
  EEXIST: 'a file is in the way',
  EACCES: 'writing there is not permitted',
  EPERM: 'writing there is not permitted',
  EROFS: 'nothing can be written on that disk',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the quota of that disk is used up',
  EFBIG: 'files there may not be that long',
  ENAMETOOLONG: 'its name is too long',
};
