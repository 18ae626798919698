import { publicChecks } from 'descent/jest';
import * as submission from './regularization';

publicChecks('04-regularization', submission);
