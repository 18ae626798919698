export interface Recorded {
  readonly name: string;
  readonly epochs: readonly { readonly epoch: number; readonly loss: number; readonly validationAccuracy: number }[];
}

/** The epochs in the text of a results file of `npm run train`; none in other files. */
export function epochsIn(text: string): Recorded['epochs'] {
  try {
    const { epochs } = Object(JSON.parse(text)) as { readonly epochs?: unknown };
    if (!Array.isArray(epochs)) return [];
    return epochs.map((one) => {
      const { epoch, loss, validationAccuracy } = Object(one) as Readonly<Record<string, unknown>>;
      // "NaN" and "Infinity" are written as text.
      return { epoch: Number(epoch), loss: Number(loss), validationAccuracy: Number(validationAccuracy) };
    });
  } catch {
    return [];
  }
}
