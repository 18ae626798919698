/**
 * A submission's file, `export … exercise`, that either calls a function that is off limits or doesn't.
 * Where `code` is a record, its files by name; `losses.ts` (or `.js`) is the one handed in.
 */
export interface Snippet {
  readonly title: string;
  readonly code: string | Readonly<Record<string, string>>;
  /** The call that is found, and what leads to it; undefined in a snippet that is free. */
  readonly call?: string;
  readonly through?: readonly string[];
}

const star = `import * as tf from '@tensorflow/tfjs';\n`;

const caughtImports: readonly Snippet[] = [
  { title: 'a namespace import', code: `${star}export function exercise(x: tf.Tensor) { return tf.softmax(x); }`, call: 'tf.softmax' },
  {
    title: 'a default import',
    code: `import tf from '@tensorflow/tfjs';\nexport const exercise = (x) => tf.softmax(x);`,
    call: 'tf.softmax',
  },
  {
    title: 'a named import',
    code: `import { softmax } from '@tensorflow/tfjs';\nexport const exercise = (x) => softmax(x);`,
    call: 'tf.softmax',
  },
  {
    title: 'a renamed import',
    code: `import { softmax as s } from '@tensorflow/tfjs';\nexport const exercise = (x) => s(x);`,
    call: 'tf.softmax',
  },
  {
    title: 'a namespace inside a named import',
    code: `import { losses } from '@tensorflow/tfjs';\nexport const exercise = (x) => losses.meanSquaredError(x, x);`,
    call: 'tf.losses.meanSquaredError',
  },
  { title: 'tfjs-node', code: `import * as t from '@tensorflow/tfjs-node';\nexport const exercise = (x) => t.grad(x);`, call: 'tf.grad' },
  { title: 'tfjs-core', code: `import { grad } from '@tensorflow/tfjs-core';\nexport const exercise = (f) => grad(f);`, call: 'tf.grad' },
  {
    title: 'import() with await',
    code: `export async function exercise(x) { const t = await import('@tensorflow/tfjs'); return t.softmax(x); }`,
    call: 'tf.softmax',
  },
  {
    title: 'import() in parentheses',
    code: `export async function exercise(x) { return (await import('@tensorflow/tfjs')).softmax(x); }`,
    call: 'tf.softmax',
  },
  {
    title: 'import() with then',
    code: `export const exercise = (x) => import('@tensorflow/tfjs').then((t) => t.softmax(x));`,
    call: 'tf.softmax',
  },
  {
    title: 'import() with then and destructuring',
    code: `export const exercise = (x) => import('@tensorflow/tfjs').then(({ softmax }) => softmax(x));`,
    call: 'tf.softmax',
  },
  {
    title: 'require()',
    code: `const tf = require('@tensorflow/tfjs');\nexport const exercise = (x) => tf.softmax(x);`,
    call: 'tf.softmax',
  },
  { title: 'require() on the spot', code: `export const exercise = (x) => require('@tensorflow/tfjs').softmax(x);`, call: 'tf.softmax' },
  {
    title: 'import = require()',
    code: `import tf = require('@tensorflow/tfjs');\nexport const exercise = (x) => tf.softmax(x);`,
    call: 'tf.softmax',
  },
];

const caughtNames: readonly Snippet[] = [
  { title: 'destructuring', code: `${star}const { softmax } = tf;\nexport const exercise = (x) => softmax(x);`, call: 'tf.softmax' },
  {
    title: 'nested destructuring',
    code: `${star}const { train: { adam } } = tf;\nexport const exercise = () => adam(0.1);`,
    call: 'tf.train.adam',
  },
  {
    title: 'destructuring with a rest',
    code: `${star}const { relu, ...others } = tf;\nexport const exercise = (x) => others.softmax(x);`,
    call: 'tf.softmax',
  },
  {
    title: 'destructuring with a computed key',
    code: `${star}const { ['soft' + 'max']: s } = tf;\nexport const exercise = (x) => s(x);`,
    call: 'tf.softmax',
  },
  {
    title: 'destructuring into a variable',
    code: `${star}let s;\n({ softmax: s } = tf);\nexport const exercise = (x) => s(x);`,
    call: 'tf.softmax',
  },
  {
    title: 'destructuring inside the function',
    code: `${star}export function exercise(x) { const { softmax: s } = tf; return s(x); }`,
    call: 'tf.softmax',
  },
  {
    title: 'an alias of an alias',
    code: `${star}const t = tf;\nconst f = t.softmax;\nexport const exercise = (x) => f(x);`,
    call: 'tf.softmax',
  },
  { title: 'an array', code: `${star}const [f] = [tf.softmax];\nexport const exercise = (x) => f(x);`, call: 'tf.softmax' },
  {
    title: 'an object as a table',
    code: `${star}const table = { soft: tf.softmax };\nexport const exercise = (x) => table.soft(x);`,
    call: 'tf.softmax',
  },
  {
    title: 'a spread of the library',
    code: `${star}const mine = { ...tf };\nexport const exercise = (x) => mine.softmax(x);`,
    call: 'tf.softmax',
  },
  {
    title: 'an assignment to a property',
    code: `${star}const mine: any = {};\nmine.soft = tf.softmax;\nexport const exercise = (x) => mine.soft(x);`,
    call: 'tf.softmax',
  },
  { title: 'a name in brackets', code: `${star}export const exercise = (x) => tf['softmax'](x);`, call: 'tf.softmax' },
  {
    title: 'a template as a name',
    code: `${star}const part = 'max';\nexport const exercise = (x) => tf[\`soft\${part}\`](x);`,
    call: 'tf.softmax',
  },
  { title: 'a name put together', code: `${star}const a = 'soft';\nexport const exercise = (x) => tf[a + 'max'](x);`, call: 'tf.softmax' },
  {
    title: 'names gone through',
    code: `${star}export function exercise(x) { for (const name of ['relu', 'softmax']) x = tf[name](x); return x; }`,
    call: 'tf.softmax',
  },
  {
    title: 'a name passed to a helper',
    code: `${star}const run = (name, x) => tf[name](x);\nexport const exercise = (x) => run('softmax', x);`,
    call: 'tf.softmax',
    through: ['run'],
  },
];

const caughtCalls: readonly Snippet[] = [
  {
    title: 'optional chaining',
    code: `${star}export const exercise = (x) => tf.losses?.softmaxCrossEntropy(x, x);`,
    call: 'tf.losses.softmaxCrossEntropy',
  },
  { title: 'an optional call', code: `${star}export const exercise = (x) => tf.softmax?.(x);`, call: 'tf.softmax' },
  { title: 'call()', code: `${star}export const exercise = (x) => tf.softmax.call(tf, x);`, call: 'tf.softmax' },
  { title: 'apply()', code: `${star}export const exercise = (x) => tf.softmax.apply(tf, [x]);`, call: 'tf.softmax' },
  { title: 'bind()', code: `${star}export const exercise = (x) => { const f = tf.softmax.bind(tf); return f(x); };`, call: 'tf.softmax' },
  { title: 'bind() at the top', code: `${star}const f = tf.softmax.bind(tf);\nexport const exercise = (x) => f(x);`, call: 'tf.softmax' },
  { title: 'Reflect.apply()', code: `${star}export const exercise = (x) => Reflect.apply(tf.softmax, tf, [x]);`, call: 'tf.softmax' },
  { title: 'Reflect.get()', code: `${star}export const exercise = (x) => Reflect.get(tf, 'softmax')(x);`, call: 'tf.softmax' },
  { title: 'new', code: `${star}export const exercise = () => new tf.layers.Layer();`, call: 'tf.layers.Layer' },
  {
    title: 'extends',
    code: `${star}class Mine extends tf.layers.Layer {}\nexport const exercise = () => new Mine();`,
    call: 'tf.layers.Layer',
    through: ['Mine'],
  },
  { title: 'a tagged template', code: `${star}export const exercise = () => tf.softmax\`x\`;`, call: 'tf.softmax' },
  { title: 'a comma', code: `${star}export const exercise = (x) => (0, tf.softmax)(x);`, call: 'tf.softmax' },
  { title: 'a condition', code: `${star}export const exercise = (x, c) => (c ? tf.relu : tf.softmax)(x);`, call: 'tf.softmax' },
  { title: 'a fallback', code: `${star}export const exercise = (x, f) => (f ?? tf.softmax)(x);`, call: 'tf.softmax' },
  { title: 'a function handed over', code: `${star}export const exercise = (x) => [x].map(tf.softmax);`, call: 'tf.softmax' },
  {
    title: 'a function handed over in an object',
    code: `${star}export const exercise = (model, x) => model.run(x, { activation: tf.softmax });`,
    call: 'tf.softmax',
  },
  { title: 'a default of a parameter', code: `${star}export const exercise = (x, f = tf.softmax) => f(x);`, call: 'tf.softmax' },
  {
    title: 'the library handed over',
    code: `${star}const run = (library, x) => library.grad(x);\nexport const exercise = (x) => run(tf, x);`,
    call: 'tf.grad',
    through: ['run'],
  },
  { title: 'the library handed over on the spot', code: `${star}export const exercise = (x) => ((t) => t.grad(x))(tf);`, call: 'tf.grad' },
  {
    title: 'inside tidy',
    code: `${star}export const exercise = (x) => tf.tidy(() => { const y = tf.exp(x); return tf.logSumExp(y); });`,
    call: 'tf.logSumExp',
  },
  {
    title: 'what a call returns',
    code: `${star}export const exercise = (x) => tf.valueAndGrad((y) => y.sum())(x);`,
    call: 'tf.valueAndGrad',
  },
  {
    title: 'the engine',
    code: `${star}export const exercise = (x) => tf.engine().runKernel('Softmax', { logits: x });`,
    call: 'tf.engine',
  },
];

const caughtMethods: readonly Snippet[] = [
  { title: 'a method of a tensor', code: `export const exercise = (x) => x.softmax();`, call: 'tensor.softmax' },
  {
    title: 'a method at the end of a chain',
    code: `${star}export const exercise = (x) => tf.exp(x)\n  .add(1)\n  .logSoftmax(-1);`,
    call: 'tensor.logSoftmax',
  },
  { title: 'a method in brackets', code: `export const exercise = (x) => x['soft' + 'max']();`, call: 'tensor.softmax' },
  { title: 'an optional method', code: `export const exercise = (x) => x?.softmax();`, call: 'tensor.softmax' },
  {
    title: 'a method taken from the prototype',
    code: `${star}export const exercise = (x) => tf.Tensor.prototype.softmax.call(x);`,
    call: 'tensor.softmax',
  },
  {
    title: 'a method taken from a tensor',
    code: `export const exercise = (x) => { const f = x.softmax; return f.call(x); };`,
    call: 'tensor.softmax',
  },
  { title: 'a method of one of many tensors', code: `export const exercise = (xs) => xs.map((x) => x.softmax());`, call: 'tensor.softmax' },
  {
    title: 'a method of a tensor where the student has one, too',
    code: `class Mine { softmax(x) { return x; } }\nexport const exercise = (x) => new Mine().softmax(x.softmax());`,
    call: 'tensor.softmax',
  },
  {
    title: 'a method that a stand-in is called with, too',
    code: `const run = (thing) => thing.softmax();\nrun({ softmax() {} });\nexport const exercise = (x) => run(x);`,
    call: 'tensor.softmax',
    through: ['run'],
  },
  {
    title: 'an exercise that a stand-in is called with',
    code: `export function exercise(x) { return x.softmax(); }\nexercise({ softmax() {} });`,
    call: 'tensor.softmax',
  },
];

const caughtHelpers: readonly Snippet[] = [
  {
    title: 'a helper',
    code: `${star}function helper(x) { return tf.softmax(x); }\nexport const exercise = (x) => helper(x);`,
    call: 'tf.softmax',
    through: ['helper'],
  },
  {
    title: 'a helper of a helper',
    code: `${star}const inner = (x) => tf.softmax(x);\nfunction outer(x) { return inner(x); }\nexport const exercise = (x) => outer(x);`,
    call: 'tf.softmax',
    through: ['outer', 'inner'],
  },
  {
    title: 'a helper handed over',
    code: `${star}const helper = (x) => tf.softmax(x);\nexport const exercise = (xs) => xs.map(helper);`,
    call: 'tf.softmax',
    through: ['helper'],
  },
  {
    title: 'a method of a class',
    code: `${star}class Model { run(x) { return tf.softmax(x); } }\nexport const exercise = (x) => new Model().run(x);`,
    call: 'tf.softmax',
    through: ['Model'],
  },
  {
    title: 'a field of a class',
    code: `${star}class Model { soft = tf.softmax; run(x) { return this.soft(x); } }\nexport const exercise = (x) => new Model().run(x);`,
    call: 'tf.softmax',
    through: ['Model'],
  },
  {
    title: 'a private field',
    code: `${star}class Model { #soft = tf.softmax; run(x) { return this.#soft(x); } }\nexport const exercise = (x) => new Model().run(x);`,
    call: 'tf.softmax',
    through: ['Model'],
  },
  {
    title: 'a constructor',
    code: `${star}class Model { f: any; constructor(f) { this.f = f; } run(x) { return this.f(x); } }\nexport const exercise = (x) => { const f = tf.softmax; return new Model(f).run(x); };`,
    call: 'tf.softmax',
  },
  {
    title: 'a static block',
    code: `${star}class Ops { static soft: any; static { this.soft = tf.softmax; } }\nexport const exercise = (x) => Ops.soft(x);`,
    call: 'tf.softmax',
  },
  {
    title: 'a function with a prototype',
    code: `${star}function Model() {}\nModel.prototype.run = function (x) { return tf.softmax(x); };\nexport const exercise = (x) => new Model().run(x);`,
    call: 'tf.softmax',
    through: ['Model'],
  },
  {
    title: 'an initializer',
    code: `${star}const cached = tf.softmax([1, 2]);\nexport const exercise = (x) => x.mul(cached);`,
    call: 'tf.softmax',
    through: ['cached'],
  },
  {
    title: 'a getter',
    code: `${star}const ops = { get soft() { const f = tf.softmax([1]); return f; } };\nexport const exercise = (x) => x.mul(ops.soft);`,
    call: 'tf.softmax',
    through: ['soft'],
  },
  {
    title: 'a closure',
    code: `${star}const api = (() => { const f = tf.softmax; return { run: (x) => f(x) }; })();\nexport const exercise = (x) => api.run(x);`,
    call: 'tf.softmax',
    through: ['run'],
  },
  {
    title: 'a variable that another function fills',
    code: `${star}let soft;\nfunction prepare() { soft = tf.softmax; }\nexport const exercise = (x) => { prepare(); return soft(x); };`,
    call: 'tf.softmax',
  },
  {
    title: 'an exercise made by a function',
    code: `${star}const make = () => (x) => tf.softmax(x);\nexport const exercise = make();`,
    call: 'tf.softmax',
    through: ['make'],
  },
  {
    title: 'an exercise exported under another name',
    code: `${star}function mine(x) { return tf.softmax(x); }\nexport { mine as exercise };`,
    call: 'tf.softmax',
  },
  { title: 'an exercise that is the library function', code: `${star}export const exercise = tf.softmax;`, call: 'tf.softmax' },
  {
    title: 'an exercise that hands out the library function',
    code: `${star}export function exercise() { return tf.softmax; }`,
    call: 'tf.softmax',
  },
  { title: 'a library function exported again', code: `export { softmax as exercise } from '@tensorflow/tfjs';`, call: 'tf.softmax' },
];

const caughtFiles: readonly Snippet[] = [
  {
    title: 'another file',
    code: {
      'losses.ts': `import { helper } from './mine';\nexport const exercise = (x) => helper(x);`,
      'mine.ts': `${star}export const helper = (x) => tf.softmax(x);`,
    },
    call: 'tf.softmax',
    through: ['helper'],
  },
  {
    title: 'a file as a namespace',
    code: {
      'losses.ts': `import * as mine from './mine';\nexport const exercise = (x) => mine.helper(x);`,
      'mine.ts': `${star}export const helper = (x) => tf.softmax(x);`,
    },
    call: 'tf.softmax',
    through: ['helper'],
  },
  {
    title: 'a file as a namespace, by a computed name',
    code: {
      'losses.ts': `import * as mine from './mine';\nexport const exercise = (x, n) => mine[n](x);`,
      'mine.ts': `${star}export const helper = (x) => tf.softmax(x);`,
    },
    call: 'tf.softmax',
    through: ['helper'],
  },
  {
    title: 'a file exported again',
    code: { 'losses.ts': `export * from './mine';`, 'mine.ts': `${star}export const exercise = (x) => tf.softmax(x);` },
    call: 'tf.softmax',
  },
  {
    title: 'a file with names of the same spelling',
    code: {
      'losses.ts': `import { run } from './mine';\nconst helper = (x) => run(x);\nexport const exercise = (x) => helper(x);`,
      'mine.ts': `${star}const helper = (x) => tf.softmax(x);\nexport const run = (x) => helper(x);`,
    },
    call: 'tf.softmax',
    through: ['helper', 'run', 'helper'],
  },
  {
    title: 'a file that hands on the library',
    code: {
      'losses.ts': `import { s } from './mine';\nexport const exercise = (x) => s(x);`,
      'mine.ts': `export { softmax as s } from '@tensorflow/tfjs';`,
    },
    call: 'tf.softmax',
  },
  {
    title: 'a file imported late',
    code: {
      'losses.ts': `export const exercise = async (x) => { const m = await import('./mine'); return m.helper(x); };`,
      'mine.ts': `${star}export const helper = (x) => tf.softmax(x);`,
    },
    call: 'tf.softmax',
    through: ['helper'],
  },
  {
    title: 'CommonJS',
    code: { 'losses.js': `const tf = require('@tensorflow/tfjs');\nexports.exercise = (x) => tf.softmax(x);` },
    call: 'tf.softmax',
  },
  {
    title: 'CommonJS with one object',
    code: {
      'losses.js': `const { softmax } = require('@tensorflow/tfjs');\nfunction exercise(x) { return softmax(x); }\nmodule.exports = { exercise };`,
    },
    call: 'tf.softmax',
  },
  {
    title: 'CommonJS that calls its own exports',
    code: {
      'losses.js': `const tf = require('@tensorflow/tfjs');\nexports.helper = (x) => tf.softmax(x);\nexports.exercise = (x) => exports.helper(x);`,
    },
    call: 'tf.softmax',
    through: ['helper'],
  },
  {
    title: 'CommonJS of two files',
    code: {
      'losses.js': `const { helper } = require('./mine');\nmodule.exports.exercise = (x) => helper(x);`,
      'mine.js': `const tf = require('@tensorflow/tfjs');\nfunction helper(x) { return tf.softmax(x); }\nmodule.exports = { helper };`,
    },
    call: 'tf.softmax',
    through: ['helper'],
  },
  {
    title: 'CommonJS of two files, whole',
    code: {
      'losses.js': `const mine = require('./mine');\nmodule.exports.exercise = (x) => mine.helper(x);`,
      'mine.js': `const tf = require('@tensorflow/tfjs');\nexports.helper = (x) => tf.softmax(x);`,
    },
    call: 'tf.softmax',
    through: ['helper'],
  },
  {
    title: 'CommonJS loaded late',
    code: {
      'losses.js': `exports.exercise = (x) => { const { helper } = require('./mine'); return helper(x); };`,
      'mine.js': `const tf = require('@tensorflow/tfjs');\nexports.helper = (x) => tf.softmax(x);`,
    },
    call: 'tf.softmax',
    through: ['helper'],
  },
  {
    title: "CommonJS as TypeScript's compiler writes it",
    code: {
      'losses.js': `"use strict";\nvar __importStar = (this && this.__importStar) || (function () { return function (mod) { return mod; }; })();\nObject.defineProperty(exports, "__esModule", { value: true });\nexports.exercise = exercise;\nconst tf = __importStar(require("@tensorflow/tfjs"));\nfunction exercise(x) { return tf.softmax(x); }`,
    },
    call: 'tf.softmax',
  },
  {
    title: 'CommonJS that defines a property',
    code: {
      'losses.js': `const mine = require('./mine');\nObject.defineProperty(exports, 'exercise', { enumerable: true, get: function () { return mine.helper; } });`,
      'mine.js': `const tf = require('@tensorflow/tfjs');\nexports.helper = (x) => tf.softmax(x);`,
    },
    call: 'tf.softmax',
  },
];

const caughtDisguises: readonly Snippet[] = [
  {
    title: "a function named as one of the compiler's",
    code: `${star}function __toESM(f, x) { return f(x); }\nexport const exercise = (x) => __toESM(tf.softmax, x);`,
    call: 'tf.softmax',
  },
  {
    title: "a wrapper named as the compiler's",
    code: `${star}const __esm = (o) => o.a;\nconst run = __esm({ a(x) { return tf.softmax(x); } });\nexport const exercise = (x) => run(x);`,
    call: 'tf.softmax',
    through: ['run'],
  },
  {
    title: 'an object that copies itself',
    code: `${star}const a: any = {}, b: any = { soft: tf.softmax };\nObject.assign(a, b);\nObject.assign(b, a);\nexport const exercise = (x) => a.soft(x);`,
    call: 'tf.softmax',
  },
  {
    title: 'a class that extends what extends it',
    code: `let A: any = class extends (globalThis as any).B {};\nlet B: any = class extends A {};\nA = class extends B {};\nexport const exercise = (x) => new A().softmax(x.softmax());`,
    call: 'tensor.softmax',
  },
];

/** Submissions whose exercise calls what is off limits. */
export const caught: readonly Snippet[] = [
  ...caughtImports,
  ...caughtNames,
  ...caughtCalls,
  ...caughtMethods,
  ...caughtHelpers,
  ...caughtFiles,
  ...caughtDisguises,
];

/** Submissions whose exercise doesn't. */
export const free: readonly Snippet[] = [
  { title: 'the formula', code: `${star}export const exercise = (x) => tf.exp(x).div(tf.sum(tf.exp(x)));` },
  { title: 'a comment', code: `${star}// tf.softmax(x) would do it\nexport const exercise = (x) => tf.exp(x); /* x.softmax() */` },
  { title: 'a string', code: `${star}export const exercise = (x) => { console.log('tf.softmax(x)'); return tf.exp(x); };` },
  { title: 'mentioning', code: `${star}const { train, losses, softmax } = tf;\nexport const exercise = (x) => tf.exp(x);` },
  { title: 'importing', code: `import { softmax, exp } from '@tensorflow/tfjs';\nvoid softmax;\nexport const exercise = (x) => exp(x);` },
  {
    title: 'asking for a type',
    code: `${star}export const exercise = (x) => { if (typeof tf.softmax !== 'function') return x; return tf.exp(x); };`,
  },
  {
    title: 'a type',
    code: `${star}type Adam = ReturnType<typeof tf.train.adam>;\nexport const exercise = (x: Adam | null) => tf.exp(x as never);`,
  },
  {
    title: "the student's own function",
    code: `${star}function softmax(x) { return tf.exp(x); }\nexport const exercise = (x) => softmax(x);`,
  },
  {
    title: "the student's own function, exported",
    code: `${star}export const softmax = (x) => tf.exp(x);\nexport const exercise = (x) => softmax(x);`,
  },
  { title: 'a parameter named tf', code: `${star}export const exercise = (x) => [{ softmax: tf.exp }].map((tf) => tf.softmax(x));` },
  {
    title: 'a parameter named softmax',
    code: `import { softmax } from '@tensorflow/tfjs';\nvoid softmax;\nexport const exercise = (x, softmax) => softmax(x);`,
  },
  {
    title: 'a local variable named tf',
    code: `${star}export const exercise = (x) => { const tf = { softmax: (y) => y }; return tf.softmax(x); };`,
  },
  {
    title: 'a local variable named softmax',
    code: `import { softmax, exp } from '@tensorflow/tfjs';\nvoid softmax;\nexport function exercise(x) { const softmax = exp; return softmax(x); }`,
  },
  {
    title: 'a local function that is hoisted',
    code: `import { softmax } from '@tensorflow/tfjs';\nvoid softmax;\nexport function exercise(x) { return softmax(x); function softmax(y) { return y; } }`,
  },
  {
    title: 'a caught error named tf',
    code: `${star}export const exercise = (x) => { try { return tf.exp(x); } catch (tf) { return tf.grad(x); } };`,
  },
  {
    title: 'an own method',
    code: `class Model { softmax(x) { return x; } run(x) { return this.softmax(x); } }\nexport const exercise = (x) => new Model().run(x);`,
  },
  {
    title: 'an own method from outside',
    code: `class Model { softmax(x) { return x; } }\nconst model = new Model();\nexport const exercise = (x) => model.softmax(x);`,
  },
  { title: 'an own static method', code: `class Ops { static softmax(x) { return x; } }\nexport const exercise = (x) => Ops.softmax(x);` },
  {
    title: 'an inherited method',
    code: `class Base { softmax(x) { return x; } }\nclass Model extends Base { run(x) { return this.softmax(x) + super.softmax(x); } }\nexport const exercise = (x) => new Model().run(x);`,
  },
  {
    title: "an own object's method",
    code: `${star}const ops = { softmax(x) { return tf.exp(x); } };\nexport const exercise = (x) => ops.softmax(x);`,
  },
  {
    title: 'an own object made by a function',
    code: `const make = () => ({ softmax: (x) => x });\nexport const exercise = (x) => { const ops = make(); return ops.softmax(x); };`,
  },
  {
    title: 'an own object as an argument',
    code: `const run = (model, x) => model.softmax(x);\nexport const exercise = (x) => run({ softmax: (y) => y }, x);`,
  },
  {
    title: 'an own function destructured',
    code: `const ops = { softmax: (x) => x };\nconst { softmax } = ops;\nexport const exercise = (x) => softmax(x);`,
  },
  {
    title: "a result's field handed over",
    code: `${star}const parts = (x) => ({ softmax: tf.exp(x) });\nexport const exercise = (x) => { const p = parts(x); return tf.sum(p.softmax); };`,
  },
  { title: 'a record of an argument', code: `${star}export const exercise = ({ softmax }) => tf.sum(softmax);` },
  {
    title: 'another exercise that calls it',
    code: `${star}export const other = (x) => tf.softmax(x);\nexport const exercise = (x) => tf.exp(x);`,
  },
  {
    title: 'a call at the top that the exercise has no part in',
    code: `${star}console.log(tf.softmax([1, 2]));\nexport const exercise = (x) => tf.exp(x);`,
  },
  {
    title: 'a helper that nobody uses',
    code: `${star}const check = (x) => tf.softmax(x);\nvoid check;\nexport const exercise = (x) => tf.exp(x);`,
  },
  {
    title: 'an object with a forbidden neighbour',
    code: `${star}const ops = { exp: (x) => tf.exp(x), soft: (x) => tf.softmax(x) };\nexport const exercise = (x) => ops.exp(x);`,
  },
  {
    title: 'a class with a forbidden static neighbour',
    code: `${star}class Ops { static exp(x) { return tf.exp(x); } static soft(x) { return tf.softmax(x); } }\nexport const exercise = (x) => Ops.exp(x);`,
  },
  {
    title: 'a variable that another exercise fills',
    code: `${star}let last;\nexport const other = (x) => { last = tf.softmax(x); return last; };\nexport const exercise = (x) => { last = tf.exp(x); return last; };`,
  },
  {
    title: 'names of the library that begin alike',
    code: `${star}export const exercise = (x) => tf.softplus(x).add(tf.lossesOfMine?.(x) ?? 0);`,
  },
  { title: 'a name that is known only at run time', code: `${star}export const exercise = (x, activation) => tf[activation](x);` },
  {
    title: 'an export of everything, hidden by the own one',
    code: `export * from '@tensorflow/tfjs';\nexport function exercise(x) { return x; }`,
  },
  {
    title: 'a file with a forbidden neighbour',
    code: {
      'losses.ts': `import * as mine from './mine';\nexport const exercise = (x) => mine.exp(x);`,
      'mine.ts': `${star}export const exp = (x) => tf.exp(x);\nexport const soft = (x) => tf.softmax(x);`,
    },
  },
  {
    title: 'CommonJS with a forbidden neighbour',
    code: {
      'losses.js': `const tf = require('@tensorflow/tfjs');\nconst { exp } = require('./mine');\nexports.other = (x) => tf.softmax(x);\nexports.exercise = (x) => exp(x);`,
      'mine.js': `const tf = require('@tensorflow/tfjs');\nmodule.exports = { exp: (x) => tf.exp(x), soft: (x) => tf.softmax(x) };`,
    },
  },
  {
    title: "CommonJS as TypeScript's compiler writes it",
    code: {
      'losses.js': `"use strict";\nvar __importStar = (this && this.__importStar) || (function () { return function (mod) { return mod; }; })();\nObject.defineProperty(exports, "__esModule", { value: true });\nexports.other = other;\nexports.exercise = exercise;\nconst tf = __importStar(require("@tensorflow/tfjs"));\nfunction other(x) { return tf.softmax(x); }\nfunction exercise(x) { return tf.exp(x); }`,
    },
  },
  {
    title: 'an enum and a namespace',
    code: `${star}enum Kind { softmax = 1 }\nnamespace Ops { export function softmax(x) { return tf.exp(x); } }\nexport const exercise = (x) => Ops.softmax(x.mul(Kind.softmax));`,
  },
  {
    title: 'functions that call each other in a circle',
    code: `const even = (n) => n === 0 || odd(n - 1);\nconst odd = (n) => n !== 0 && even(n - 1);\nexport const exercise = (n) => even(n);`,
  },
];
