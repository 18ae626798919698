/** Gradients held against central differences: which differences to ask for, and what they say. */
export { evaluationIds, planDifferences, strengthsOf } from './differencePlan';
export { differencesOf } from './differencesOf';
export { gradientCheck } from './gradientCheck';
export { numericalGradient } from './numericalGradient';
export { analyticAt } from './probes';
