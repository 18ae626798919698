import { studentPackage, writeStudentPackage, type StaffPackage } from './studentPackage';

const needed = [
  '@tensorflow/tfjs',
  '@tensorflow/tfjs-backend-wasm',
  '@types/jest',
  '@types/node',
  'esbuild',
  'jest',
  'jest-environment-node',
  'ts-jest',
  'typescript',
];
const staff: StaffPackage = {
  version: '1.2.3',
  license: 'MIT',
  engines: { node: '>=20' },
  dependencies: {
    '@jest/reporters': '3.0.0',
    eslint: '9.0.0',
    ...Object.fromEntries(needed.map((name) => [name, '1.0.0'])),
  },
  devDependencies: {},
};

describe('studentPackage', () => {
  it("should have the staff's versions of exactly the needed packages, including those of plain JavaScript", () => {
    const sources = ["require('@jest/reporters/build'); require('node:fs'); require('./x'); require.resolve('jest')"];
    expect(studentPackage(staff, sources).dependencies).toEqual({
      ...Object.fromEntries(needed.map((name) => [name, '1.0.0'])),
      '@jest/reporters': '3.0.0',
    });
  });

  it('should name a package that the staff do not have', () => {
    expect(() => studentPackage(staff, ["require('left-pad')"])).toThrow(
      "package.json has no left-pad, which a student's copy needs",
    );
  });
});

describe('writeStudentPackage', () => {
  it('should have a script for each command', () => {
    const { scripts } = JSON.parse(writeStudentPackage(studentPackage(staff, []), 'Course', ['grade', 'handIn'])) as {
      scripts: object;
    };
    expect(scripts).toEqual({
      test: 'node grader/student/jest/cli.js',
      grade: 'node grader/cli/bin.js grade .',
      'hand-in': 'node grader/cli/bin.js hand-in',
    });
  });
});
