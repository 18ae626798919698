import { publicChecks } from 'descent/jest';
import * as submission from './nearest-neighbors';

publicChecks('01-nearest-neighbors', submission);
