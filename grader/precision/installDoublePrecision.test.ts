import { installDoublePrecision, isDoublePrecision, nativeFloat32Array, type Realm } from './installDoublePrecision';

// The two classes may be the same in the tests' realm, so the test builds a realm from two others.
class Single extends Int8Array {}
class Double extends Int16Array {}

const single = Single as unknown as Float32ArrayConstructor;

function newRealm(more: object = {}): Realm {
  return { Float32Array: single, Float64Array: Double as unknown as Float64ArrayConstructor, ...more };
}

describe('installDoublePrecision', () => {
  it('should make Float32Array mean Float64Array', () => {
    const realm = newRealm();
    installDoublePrecision(realm);
    expect(realm.Float32Array).toBe(realm.Float64Array);
  });

  it('should keep the native class when installed twice', () => {
    const realm = newRealm();
    installDoublePrecision(realm);
    installDoublePrecision(realm);
    expect(nativeFloat32Array(realm)).toBe(single);
  });

  it('should leave no visible trace except the class itself', () => {
    const realm = newRealm();
    installDoublePrecision(realm);
    expect(Object.keys(realm)).toEqual(['Float32Array', 'Float64Array']);
  });

  it('should throw and change nothing when tfjs was loaded in single precision', () => {
    const realm = newRealm({ _tfengine: {} });
    expect(() => installDoublePrecision(realm)).toThrow(
      /must be installed before TensorFlow\.js is loaded.*Import the precision module first/,
    );
    expect(isDoublePrecision(realm)).toBe(false);
  });

  it('should not throw when tfjs was loaded in double precision', () => {
    const realm = newRealm();
    installDoublePrecision(realm);
    const loaded = Object.assign(realm, { _tfengine: {} });
    expect(() => installDoublePrecision(loaded)).not.toThrow();
  });
});

describe('nativeFloat32Array', () => {
  it('should be the global class when nothing is installed', () => {
    expect(nativeFloat32Array(newRealm())).toBe(single);
  });

  it('should throw when something else replaced the class', () => {
    const realm = newRealm();
    realm.Float32Array = realm.Float64Array as unknown as Float32ArrayConstructor;
    expect(() => nativeFloat32Array(realm)).toThrow(/is lost: replace the global class with installDoublePrecision/);
  });
});
