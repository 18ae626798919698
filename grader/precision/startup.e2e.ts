import { runBundled } from './testing/runBundled';

const banner = 'looks like you are running TensorFlow.js in Node.js';
const useTfjs = 'tf.tensor1d([1]).dispose();';
const printPrecision = "import { measurePrecision } from './measurePrecision'; console.log(measurePrecision(tf));";

describe('a bundled program', () => {
  it('should print nothing when the first tensor is made', () => {
    expect(runBundled(`import * as tf from './tfjs'; ${useTfjs}`)).toEqual({ exitCode: 0, stdout: '', stderr: '' });
  });

  it('should show the banner when tfjs is used without this module', () => {
    expect(runBundled(`import * as tf from '@tensorflow/tfjs'; ${useTfjs}`).stderr).toContain(banner);
  });

  it("should still show tfjs's warnings", () => {
    const { stderr } = runBundled("import * as tf from './tfjs'; tf.registerBackend('cpu', () => tf.backend());");
    expect(stderr).toContain('cpu backend was already registered');
  });

  it('should have one tfjs, in double precision, when it is imported after the entry point', () => {
    const { stdout } = runBundled(`import './tfjs'; import * as tf from '@tensorflow/tfjs'; ${printPrecision}`);
    expect(stdout).toBe('float64\n');
  });

  it('should stay in single precision when the module is not imported', () => {
    expect(runBundled(`import * as tf from '@tensorflow/tfjs'; ${printPrecision}`).stdout).toBe('float32\n');
  });

  it('should stop with a clear error when tfjs is imported before the entry point', () => {
    const { exitCode, stderr } = runBundled("import '@tensorflow/tfjs'; import './tfjs';");
    expect(exitCode).toBe(1);
    expect(stderr).toContain('Double precision must be installed before TensorFlow.js is loaded');
  });

  it('should compute on the JavaScript backend when another one is preferred', () => {
    const { stdout } = runBundled(`
      import './install';
      import * as tf from '@tensorflow/tfjs';
      import { prepareDoublePrecision } from './prepareDoublePrecision';
      tf.registerBackend('preferred', () => new tf.MathBackendCPU(), 99);
      prepareDoublePrecision(tf);
      console.log(tf.getBackend());
    `);
    expect(stdout).toBe('cpu\n');
  });

  it('should read files of 32-bit floats with the native class', () => {
    const code =
      "import './tfjs'; import { nativeFloat32Array } from './installDoublePrecision'; console.log(new (nativeFloat32Array())(8).byteLength);";
    // 8 floats of 4 bytes
    expect(runBundled(code).stdout).toBe('32\n');
  });
});
