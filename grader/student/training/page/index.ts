export { trainingPage } from './trainingPage';
