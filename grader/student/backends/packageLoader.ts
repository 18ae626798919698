import { createRequire } from 'node:module';

/** Finds and loads packages, as `require` does. */
export interface PackageLoader {
  (name: string): unknown;
  readonly resolve: (name: string) => string;
}

/** Loads packages as they are installed around this code, or around the bundle that holds it. */
export const installedPackages: PackageLoader = createRequire(__filename);

/** Whether a package is there at all; whether it also works is another question. */
export function isInstalled(load: PackageLoader, name: string): boolean {
  try {
    load.resolve(`${name}/package.json`);
    return true;
  } catch {
    return false;
  }
}
