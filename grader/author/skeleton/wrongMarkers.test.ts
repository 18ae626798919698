import { around, cut } from './testing/samples';

describe('wrong markers', () => {
  const begin = '  // BEGIN SOLUTION: do it';
  const end = '  // END SOLUTION';
  it.each([
    [
      'END is missing',
      ['export function f() {', begin, '  f();', '}'],
      ':2: BEGIN SOLUTION without END SOLUTION; put // END SOLUTION after its last line',
    ],
    [
      'BEGIN is missing',
      ['export function f() {', '  f();', end, '}'],
      ':3: END SOLUTION without BEGIN SOLUTION; put // BEGIN SOLUTION: what to do before it',
    ],
    [
      'regions nest',
      ['export function f() {', begin, begin, end, end, '}'],
      ':3: BEGIN SOLUTION inside the solution that began on line 2; put // END',
    ],
    [
      'there is no text',
      ['export function f() {', '  // BEGIN SOLUTION', '  f();', end, '}'],
      ':2: BEGIN SOLUTION does not say what to do; write // BEGIN',
    ],
    [
      'there is an empty text',
      ['export function f() {', '  // BEGIN SOLUTION:  ', '  f();', end, '}'],
      ':2: BEGIN SOLUTION does not say',
    ],
    [
      'a marker is misspelt',
      ['export function f() {', '  //begin  solution: do it', '  f();', '}'],
      ':2: this looks like a marker of a solution and is none; write // BEGIN',
    ],
    [
      'a marker shares its line',
      ['export function f() {', begin, '  f(); // END SOLUTION', '}'],
      ':3: this looks like a marker',
    ],
    [
      'the function is not exported',
      ['function f() {', begin, '  f();', end, '}'],
      ':2: the solution is in no exported function with a name; export the function',
    ],
    [
      'the function has no name',
      ['export default function () {', begin, '  f();', end, '}'],
      ':2: the solution is in no exported function with a name',
    ],
    [
      'a function is only passed on',
      ['export const f = g(() => {', begin, '  f();', end, '});'],
      ':2: the solution is in no exported function with a name',
    ],
    [
      'it is in a class',
      ['export class A { f() {', begin, '  f();', end, '} }'],
      ':2: the solution is in no exported function with a name',
    ],
    [
      'it splits a statement',
      ['export function f() {', begin, '  if (f) {', end, '  } }'],
      ':2: the solution begins or ends in the middle of a statement; put both',
    ],
    [
      'it splits an expression',
      ['export const f = [', begin, '  1,', end, '];'],
      ':2: the solution begins or ends in the middle of a statement',
    ],
    [
      'it leaves its function',
      ['export function f() {', begin, '  f();', '}', end],
      ':2: the solution begins or ends in the middle of a statement',
    ],
    [
      'it is empty',
      ['export function f() {', begin, '  // f();', end, '}'],
      ':2: the solution holds no statement; put the markers around',
    ],
    ['it is commented out', ['/*', begin, '  f();', end, '*/'], ':2: the solution holds no statement'],
    [
      'the solution is no TypeScript',
      ['export function f( {', begin, '  f();', end, '}'],
      ":3: ',' expected.; it must be TypeScript",
    ],
    [
      'NotImplementedError is a type',
      ["import type { NotImplementedError } from 'descent';", ...around({})],
      ':1: NotImplementedError is imported as something else',
    ],
    [
      'NotImplementedError is from elsewhere',
      ["import { NotImplementedError } from './mine';", ...around({})],
      ':1: NotImplementedError is imported as something else',
    ],
  ])('should say where and how to repair it when %s', (_name, lines, message) => {
    expect(() => cut(...lines)).toThrow(`sample.ts${message}`);
  });
});
