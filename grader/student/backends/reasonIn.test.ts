import { reasonIn } from './reasonIn';
import { wasm, working, wasmAlone, broken, load } from './testing/fakePackages';

describe('reasonIn', () => {
  const inChinese = async (...args: Parameters<typeof load>): Promise<string> => {
    const said = await load(...args).catch((error: unknown) => (error as Error).message);
    return reasonIn('zh', said.replace(/^(?:tensorflow|wasm|cpu): | \(tfjs-[^()]*\)$/g, ''));
  };

  it('should say in Chinese why a backend is used', async () => {
    expect(await inChinese(working)).toBe('已安装 @tensorflow/tfjs-node，它通常最快');
    expect(await inChinese(wasmAlone)).toBe('没有安装 @tensorflow/tfjs-node');
    expect(await inChinese(wasmAlone, 'wasm')).toBe('由 DESCENT_BACKEND=wasm 指定');
    expect(await inChinese({ [wasm]: broken })).toBe(
      '没有安装 @tensorflow/tfjs-node；已安装 @tensorflow/tfjs-backend-wasm，但无法使用（The native addon can not be found at path: x.node）',
    );
  });

  it('should say in Chinese what to do where the one that is asked for is not there', async () => {
    expect(await inChinese(wasmAlone, 'tensorflow')).toBe(
      'DESCENT_BACKEND=tensorflow 无法使用：没有安装 @tensorflow/tfjs-node；请运行 `npm i --no-save @tensorflow/tfjs-node@4.22.0`，或取消设置 DESCENT_BACKEND',
    );
    expect(await inChinese({ [wasm]: broken }, 'wasm')).toMatch(/；请再次运行 `npm ci`，或取消设置 DESCENT_BACKEND$/);
    expect(await inChinese(working, 'gpu')).toMatch(/^没有 DESCENT_BACKEND=gpu 这个后端：请设为 tensorflow/);
  });

  it('should leave English, and what it does not know, as it is', () => {
    expect(reasonIn('zh', 'no data; get it')).toBe('no data; get it');
    expect(reasonIn('en', 'x is not installed')).toBe('x is not installed');
  });
});
