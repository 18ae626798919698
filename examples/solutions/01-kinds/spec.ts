import { defineAssignment } from 'descent/author';
import { affineLoss } from './affineLoss.spec';
import { descend } from './descend.spec';
import { describeRates } from './describeRates.spec';
import { makeScheduler } from './makeScheduler.spec';
import { makeStopping } from './makeStopping.spec';
import { pooledLoss } from './pooledLoss.spec';
import { uniformInit } from './uniformInit.spec';

export default defineAssignment({
  id: '01-kinds',
  title: 'Kinds of questions',
  file: 'kinds.ts',
  exercises: [affineLoss, pooledLoss, uniformInit, makeScheduler, makeStopping, describeRates, descend],
});
