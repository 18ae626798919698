import type { Tensor2D } from '@tensorflow/tfjs';
import { files } from '../../../curriculum/training';
import type { Tfjs } from '../../../precision';
import type { Templates } from '../messages';
import { imageShape, shapeOfW } from './digits';
import { toJsonTensor } from './jsonTensors';
import { requireTensor } from './requireTensor';
import type { StudentCode } from './StudentCode';
import { StudentError } from './StudentError';

const place = { assignment: files.linearClassifier.id, exercise: 'classTemplates' };

/**
 * Images of weights by the student's `classTemplates`, without their biases. A problem in it doesn't end the training:
 * it is reported, and the function is not called again.
 */
export function templateDrawer(tf: Tfjs, student: StudentCode): (W: Tensor2D) => Templates {
  let drawn: Templates | undefined;
  return (W) => {
    if (drawn?.status === 'problem') return drawn;
    try {
      drawn = tf.tidy(() => {
        const classTemplates = student.functionOf(place.assignment, place.exercise);
        const [classes, features] = shapeOfW;
        const images = classTemplates(W.slice([0, 0], [classes, features - 1]), [...imageShape]);
        return {
          status: 'drawn',
          images: toJsonTensor(requireTensor(images, [classes, ...imageShape], 'result', place)),
        };
      });
    } catch (error) {
      if (!(error instanceof StudentError)) throw error;
      drawn = { status: 'problem', problem: error.problem };
    }
    return drawn;
  };
}
