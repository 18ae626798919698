/** For tests: what `batch.json` says of a batch of 03-losses, but for where its submissions are. */
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
