import { publicChecks } from 'descent/jest';
import * as submission from './gradients';

publicChecks('05-gradients', submission);
