import { publicChecks } from 'descent/jest';

publicChecks('04-regularization', () => jest.requireActual<object>('./regularization'));
