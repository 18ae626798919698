import type { OperationCase } from './operationCase';
import { at, dot, grid, list, map, multiplied, sum, transposed, type Matrix } from './plain';
import type { RandomNumbers } from './randomNumbers';

/** Products and factorizations of matrices. */
export function matrices(random: RandomNumbers): OperationCase[] {
  const a = random.matrix(3, 4);
  const b = random.matrix(4, 5);
  const ab = multiplied(a, b);
  const u = random.vector(4);
  const v = random.vector(4);
  return [
    { name: 'matMul', compute: (tf) => tf.matMul(a, b), expected: ab },
    { name: 'matMul, transposeA', compute: (tf) => tf.matMul(transposed(a), b, true), expected: ab },
    { name: 'matMul, transposeB', compute: (tf) => tf.matMul(a, transposed(b), false, true), expected: ab },
    { name: 'matMul, both', compute: (tf) => tf.matMul(transposed(a), transposed(b), true, true), expected: ab },
    // More entries than the 48 that the backend multiplies at a time.
    ...largeMatMul(random),
    { name: 'batches of matMul', compute: (tf) => tf.matMul([a, a], [b, b]), expected: [ab, ab] },
    { name: 'dot', compute: (tf) => tf.dot(u, v), expected: dot(u, v) },
    { name: 'dot of matrix and vector', compute: (tf) => tf.dot(a, u), expected: a.map((row) => dot(row, u)) },
    { name: 'outerProduct', compute: (tf) => tf.outerProduct(u, v), expected: u.map((x) => v.map((y) => x * y)) },
    { name: 'einsum', compute: (tf) => tf.einsum('ij,jk->ik', tf.tensor2d(a), tf.tensor2d(b)), expected: ab },
    ...qr(random),
  ];
}

function largeMatMul(random: RandomNumbers): OperationCase[] {
  const a = random.matrix(50, 60);
  const b = random.matrix(60, 2);
  return [{ name: 'matMul of 50×60 and 60×2', compute: (tf) => tf.matMul(a, b), expected: multiplied(a, b) }];
}

function qr(random: RandomNumbers): OperationCase[] {
  // 3 on the diagonal keeps the columns far from dependent.
  const a = grid(5, 3, (i, j) => random.number(-1, 1) + (i === j ? 3 : 0));
  const identity = grid(3, 3, (i, j) => (i === j ? 1 : 0));
  return [
    {
      name: 'linalg.qr, QR = A',
      compute: (tf) => {
        const [q, r] = tf.linalg.qr(tf.tensor2d(a));
        return q.matMul(r);
      },
      expected: a,
    },
    {
      name: 'linalg.qr, QᵀQ = I',
      compute: (tf) => {
        const [q] = tf.linalg.qr(tf.tensor2d(a));
        return q.matMul(q, true);
      },
      expected: identity,
    },
    // R is unique but for the signs of its rows.
    {
      name: 'linalg.qr, |R|',
      compute: (tf) => tf.linalg.qr(tf.tensor2d(a))[1].abs(),
      expected: map(upperFactor(a), Math.abs),
    },
  ];
}

/** R of A = QR, by Gram and Schmidt: each column less its parts along the columns before. */
function upperFactor(a: Matrix): number[][] {
  const directions: number[][] = [];
  const r = transposed(a).map((column) => {
    let rest = [...column];
    const parts = directions.map((direction) => {
      const part = dot(direction, rest);
      rest = rest.map((x, i) => x - part * (direction[i] ?? NaN));
      return part;
    });
    const length = Math.sqrt(sum(rest.map((x) => x * x)));
    directions.push(rest.map((x) => x / length));
    return [...parts, length];
  });
  return list(r.length, (i) => i).map((i) => r.map((column, j) => (i <= j ? at([column], 0, i) : 0)));
}
