/** What wrong versions are made of. */

export type Prefers = (rival: number, leader: number) => boolean;

/** Whether a number may take the lead from NaN, whatever else decides. */
export const orFirstNumber =
  (prefers: Prefers): Prefers =>
  (rival, leader) =>
    prefers(rival, leader) || (Number.isNaN(leader) && !Number.isNaN(rival));
