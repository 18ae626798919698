/**
 * Seed of random inputs in tests: `DESCENT_TEST_SEED`, or a fixed one. Test titles contain it, so that a failure can be
 * reproduced.
 */
export const testSeed = Number(process.env['DESCENT_TEST_SEED'] ?? 2024);
