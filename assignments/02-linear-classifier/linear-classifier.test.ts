import { publicChecks } from 'descent/jest';
import * as submission from './linear-classifier';

publicChecks('02-linear-classifier', submission);
