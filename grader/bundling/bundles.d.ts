/** Builds what has changed. @returns paths of the built files */
export function ensureBundles(root: string): { readonly cli: string; readonly child: string; readonly train: string };
