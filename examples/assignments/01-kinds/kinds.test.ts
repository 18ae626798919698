import { publicChecks } from 'descent/jest';

publicChecks('01-kinds', () => jest.requireActual<object>('./kinds'));
