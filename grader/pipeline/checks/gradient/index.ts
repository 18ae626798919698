/** Compares gradients with central differences: which differences to ask for, and what they show. */
export { planDifferences } from './differencePlan';
export { differencesOf } from './differencesOf';
export { gradientCheck } from './gradientCheck';
export { comparedAt, disagreementOf } from './judgeGradient';
