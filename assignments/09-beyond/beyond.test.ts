import { publicChecks } from 'descent/jest';
import * as submission from './beyond';

publicChecks('09-beyond', submission);
