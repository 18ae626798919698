import { publicChecks } from 'descent/jest';

publicChecks('02-questions');
