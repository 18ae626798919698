/** Compares gradients with central differences: which differences to ask for, and what they show. */
export { evaluationIds, planDifferences, strengthsOf } from './differencePlan';
export { differencesOf } from './differencesOf';
export { gradientCheck } from './gradientCheck';
export { numericalGradient } from './numericalGradient';
export { analyticAt } from './probes';
