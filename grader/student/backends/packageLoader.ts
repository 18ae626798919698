import { createRequire } from 'node:module';

/** Finds and loads packages, as `require` does. */
export interface PackageLoader {
  (name: string): unknown;
  readonly resolve: (name: string) => string;
}

/** Loads packages that are installed next to this code, or next to the bundle that contains it. */
export const installedPackages: PackageLoader = createRequire(__filename);

/** Whether a package is installed, working or not. */
export function isInstalled(load: PackageLoader, name: string): boolean {
  try {
    load.resolve(`${name}/package.json`);
    return true;
  } catch {
    return false;
  }
}
