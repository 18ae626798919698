/** By which it is known, whichever process threw it. */
export const unsettledPromise = 'UnsettledPromise';

/** What is thrown for a function whose promise nothing will resolve any more. */
export class UnsettledPromise extends Error {
  override readonly name = unsettledPromise;

  constructor() {
    super('its promise was never resolved');
  }
}
