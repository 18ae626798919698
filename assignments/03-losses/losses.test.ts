import { publicChecks } from 'descent/jest';

publicChecks('03-losses', () => jest.requireActual<object>('./losses'));
