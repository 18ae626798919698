import { publicChecks } from 'descent/jest';

publicChecks('07-schedules', () => jest.requireActual<object>('./schedules'));
