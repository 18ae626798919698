import { publicChecks } from 'descent/jest';

publicChecks('05-gradients', () => jest.requireActual<object>('./gradients'));
