import { publicChecks } from 'descent/jest';

publicChecks('08-training', () => jest.requireActual<object>('./training'));
