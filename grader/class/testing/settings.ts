/** For tests: the `batch.json` of a batch of 03-losses, without the paths of its submissions. */
export const madeSettings = {
  schemaVersion: 1,
  assignments: ['03-losses'],
  named: true,
  scope: 'full',
  seedLabel: '00000000',
  secondsPerExercise: 10,
  graderVersion: '0',
  node: 'v20',
  tfjs: '4',
  isolation: 'process',
  specHashes: {},
};
