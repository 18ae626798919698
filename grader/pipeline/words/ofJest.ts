/** Names that exist only where Jest runs. */
export const ofJest: readonly string[] = [
  ...['describe', 'fdescribe', 'xdescribe', 'it', 'fit', 'xit', 'test', 'xtest', 'expect'],
  ...['beforeEach', 'afterEach', 'beforeAll', 'afterAll'],
];
