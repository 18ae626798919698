import { publicChecks } from 'descent/jest';

publicChecks('02-linear-classifier', () => jest.requireActual<object>('./linear-classifier'));
