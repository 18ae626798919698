const usual = 10;

/** Seconds that one function may take over all its public cases, before `npm test` ends it: DESCENT_SECONDS, or ten. */
export function secondsPerFunction(
  { DESCENT_SECONDS }: Readonly<Record<string, string | undefined>>,
  otherwise: number = usual,
): number {
  const wanted = Number(DESCENT_SECONDS);
  return wanted > 0 && Number.isFinite(wanted) ? wanted : otherwise;
}
