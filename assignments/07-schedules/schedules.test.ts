import { publicChecks } from 'descent/jest';
import * as submission from './schedules';

publicChecks('07-schedules', submission);
