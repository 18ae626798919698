import { linesOfJson } from './linesOfJson';

describe('linesOfJson', () => {
  const file = {
    id: '03-losses',
    left: undefined,
    exercises: [
      {
        name: 'softmax',
        checks: [{ id: 'a', cases: ['x', 'y'] }],
        cases: [
          { id: 'x', calls: [[1, [2.5]]] },
          { id: 'y', calls: [] },
        ],
        mistakes: [{ id: 'wrong', outcomes: { x: { status: 'threw' }, y: { values: [-1e-9] } } }],
      },
      { name: 'empty', checks: [], cases: [], mistakes: [] },
    ],
  };

  it('should parse to the same value', () => {
    expect(JSON.parse(linesOfJson(file))).toEqual(JSON.parse(JSON.stringify(file)));
  });

  it('should write each case, check, mistake and outcome on its own line', () => {
    expect(linesOfJson(file).split('\n')).toEqual([
      '{',
      '"id":"03-losses",',
      '"exercises":[',
      '{"name":"softmax","checks":[',
      '{"id":"a","cases":["x","y"]}',
      '],"cases":[',
      '{"id":"x","calls":[[1,[2.5]]]},',
      '{"id":"y","calls":[]}',
      '],"mistakes":[',
      '{"id":"wrong","outcomes":{',
      '"x":{"status":"threw"},',
      '"y":{"values":[-1e-9]}',
      '}}',
      ']},',
      '{"name":"empty","checks":[],"cases":[],"mistakes":[]}',
      ']',
      '}',
      '',
    ]);
  });
});
