import { publicChecks } from 'descent/jest';

publicChecks('01-nearest-neighbors', () => jest.requireActual<object>('./nearest-neighbors'));
