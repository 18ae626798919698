import { publicChecks } from 'descent/jest';

publicChecks('09-beyond', () => jest.requireActual<object>('./beyond'));
