import type { Found } from './finding';
import { lookAtBackend } from './lookAtBackend';
import { healthTexts } from './texts';

const answering = (answer: unknown): readonly string[] => [
  process.execPath,
  '-e',
  `console.log(${JSON.stringify(JSON.stringify(answer))})`,
  '--',
];
const look = async (command: readonly string[], language: 'en' | 'zh' = 'en'): Promise<Found> =>
  (await lookAtBackend(command, process.cwd()))(healthTexts(language));

describe('lookAtBackend', () => {
  it('should name the backend, its version and why it is used', async () => {
    expect(
      await look(answering({ status: 'ok', name: 'tensorflow', why: 'it is installed', version: 'TensorFlow 2.9.1' })),
    ).toEqual({
      topic: 'training backend',
      status: 'ok',
      fact: 'tensorflow (TensorFlow 2.9.1): it is installed',
      advice: '',
    });
  });

  it('should say how to train faster when it is WASM', async () => {
    const { status, fact } = await look(
      answering({ status: 'ok', name: 'wasm', why: 'tfjs-node is not installed', version: '' }),
    );
    expect(status).toBe('ok');
    expect(fact).toBe(
      'wasm: tfjs-node is not installed; `npm i --no-save @tensorflow/tfjs-node@4.22.0` may train faster',
    );
  });

  it('should note that training is slow when it is plain JavaScript', async () => {
    const { status, advice } = await look(
      answering({ status: 'ok', name: 'cpu', why: 'there is nothing else', version: '' }),
    );
    expect(status).toBe('note');
    expect(advice).toMatch(/^training will be slow; `npm ci` brings WASM/);
  });

  it('should be a note when the requested backend is not available', async () => {
    const message = 'DESCENT_BACKEND=gpu is no backend';
    expect(await look(answering({ status: 'problem', message }))).toMatchObject({ status: 'note', fact: message });
  });

  it.each([
    { what: 'answers nothing', command: [process.execPath, '-e', '0', '--'], reason: 'it does not answer' },
    { what: 'answers something else', command: answering({ status: 'fine' }), reason: 'it does not answer' },
    { what: 'does not exist', command: ['/no/such/program'], reason: 'spawn /no/such/program ENOENT' },
  ])('should be a note when the process $what', async ({ command, reason }) => {
    expect(await look(command)).toMatchObject({
      status: 'note',
      fact: `the training process can't be asked: ${reason}`,
    });
  });
});

describe('lookAtBackend in Chinese', () => {
  it('should say why a backend is used, and what to do', async () => {
    const why = '@tensorflow/tfjs-node is not installed';
    expect(
      await look(answering({ status: 'ok', name: 'wasm', why, version: 'tfjs-backend-wasm 4.22.0' }), 'zh'),
    ).toEqual({
      topic: '训练后端',
      status: 'ok',
      fact: 'wasm（tfjs-backend-wasm 4.22.0）：没有安装 @tensorflow/tfjs-node；`npm i --no-save @tensorflow/tfjs-node@4.22.0` 可能让训练更快',
      advice: '',
    });
    expect((await look(['/no/such/program'], 'zh')).fact).toBe('无法询问训练进程：spawn /no/such/program ENOENT');
  });
});
