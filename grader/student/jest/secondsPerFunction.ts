const usual = 10;

/** Time limit in seconds of one function over all its public cases in `npm test`: DESCENT_SECONDS, or ten. */
export function secondsPerFunction(
  { DESCENT_SECONDS }: Readonly<Record<string, string | undefined>>,
  otherwise: number = usual,
): number {
  const wanted = Number(DESCENT_SECONDS);
  return wanted > 0 && Number.isFinite(wanted) ? wanted : otherwise;
}
