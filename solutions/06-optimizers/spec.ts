import { defineAssignment } from 'descent/author';
import { adagradStep } from './adagradStep.spec';
import { adamL2Step } from './adamL2Step.spec';
import { adamStep } from './adamStep.spec';
import { adamWStep } from './adamWStep.spec';
import { biasCorrection } from './biasCorrection.spec';
import { conditionNumber } from './conditionNumber.spec';
import { momentumStep } from './momentumStep.spec';
import { nesterovStep } from './nesterovStep.spec';
import { rmspropStep } from './rmspropStep.spec';
import { sgdStep } from './sgdStep.spec';

export default defineAssignment({
  id: '06-optimizers',
  title: 'Optimizers',
  file: 'optimizers.ts',
  exercises: [
    sgdStep,
    momentumStep,
    nesterovStep,
    adagradStep,
    rmspropStep,
    biasCorrection,
    adamStep,
    adamL2Step,
    adamWStep,
    conditionNumber,
  ],
});
