import { publicChecks } from 'descent/jest';
import * as submission from './training';

publicChecks('08-training', submission);
