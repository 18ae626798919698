/** The error's name, by which other processes recognise it. */
export const unsettledPromise = 'UnsettledPromise';

/** Thrown for a function whose promise will never be resolved. */
export class UnsettledPromise extends Error {
  override readonly name = unsettledPromise;

  constructor() {
    super('its promise was never resolved');
  }
}
