/** Parts of wrong versions. */

export type Prefers = (rival: number, leader: number) => boolean;

/** Also prefers any number to NaN. */
export const orFirstNumber =
  (prefers: Prefers): Prefers =>
  (rival, leader) =>
    prefers(rival, leader) || (Number.isNaN(leader) && !Number.isNaN(rival));
