import { publicChecks } from 'descent/jest';
import * as submission from './losses';

publicChecks('03-losses', submission);
