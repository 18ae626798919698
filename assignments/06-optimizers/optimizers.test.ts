import { publicChecks } from 'descent/jest';

publicChecks('06-optimizers', () => jest.requireActual<object>('./optimizers'));
