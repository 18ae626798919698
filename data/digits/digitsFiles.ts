/** The committed files, and their checksums. */
export const digitsFiles = {
  train: { name: 'digits.train.csv.gz', sha256: '219d9cd5ccda8b2e023f34c1d4a2ae130bf08788e03a6cd93e0d0e8bbbd8786f' },
  test: { name: 'digits.test.csv.gz', sha256: 'f47b398ef1efce745dd2fea9834c8a656b93d0149be73808fddb34aee8c05296' },
} as const;

/** Pixels of an image: 8 rows of 8. */
export const pixelsPerImage = 64;
/** The largest value of a pixel, which counts the dark ones in a block of 4×4; the smallest is 0. */
export const brightest = 16;
export const classes = 10;
