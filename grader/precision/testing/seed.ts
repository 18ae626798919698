/**
 * Seed of random inputs in tests: `DESCENT_TEST_SEED`, or a fixed one. Tests name it, so that a failure can be
 * repeated.
 */
export const testSeed = Number(process.env['DESCENT_TEST_SEED'] ?? 2024);
