/** The epochs in a results file of `npm run train`; undefined for other files. */
export interface Recorded {
  readonly name: string;
  readonly epochs: readonly { readonly epoch: number; readonly loss: number; readonly validationAccuracy: number }[];
}

export function readRecord(text: string, name: string): Recorded {
  return { name, epochs: epochsIn(text) };
}

function epochsIn(text: string): Recorded['epochs'] {
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
