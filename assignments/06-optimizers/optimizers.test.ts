import { publicChecks } from 'descent/jest';
import * as submission from './optimizers';

publicChecks('06-optimizers', submission);
