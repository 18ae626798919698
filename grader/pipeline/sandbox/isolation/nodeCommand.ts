import { nurseryArgument } from '../nursery/messages';
import type { ChildImage } from './childImage';

/** Paths of the image's files, as seen by the process. */
export interface Places {
  readonly node: string;
  readonly blob: string;
  readonly runner: string;
  readonly bundle: string;
}

/** In the working folder `/`, where no file has this name. */
const noFile = 'submission';

/** Node and its arguments for an image. */
export function nodeCommand(
  image: ChildImage,
  options: { readonly permissions: boolean; readonly probe: boolean; readonly nursery: boolean },
  places?: Places,
): string[] {
  const { node, blob, runner, bundle } = places ?? placesOf(image);
  const folder = bundle.slice(0, Math.max(bundle.lastIndexOf('/'), bundle.lastIndexOf('\\')) + 1);
  // A snapshot is read before permissions apply; a bundle and its code cache are read by Node's own modules.
  const readable = image.kind === 'bundle' ? [`--allow-fs-read=${runner}`, `--allow-fs-read=${folder}`] : [];
  const native = options.nursery ? ['--allow-addons'] : [];
  const permissions = options.permissions ? [...permissionFlags(), ...readable, ...native] : [];
  const program = image.kind === 'snapshot' ? ['--snapshot-blob', blob] : [runner, bundle];
  // From Node 24 on, the permission model lets the first argument be read; without one, the whole working folder.
  const mode = options.nursery ? [nurseryArgument] : image.kind === 'snapshot' ? [noFile] : [];
  return [
    node,
    ...image.flags,
    ...permissions,
    '--no-warnings',
    ...(options.probe ? ['--version'] : []),
    ...program,
    ...mode,
  ];
}

function placesOf(image: ChildImage): Places {
  return image.kind === 'snapshot' ? { ...image, runner: '', bundle: '' } : { ...image, blob: '' };
}

/**
 * Node's permission model: no files, no child processes, no threads, no native code. Not a security boundary on its
 * own; see README.md.
 */
function permissionFlags([major = 0, minor = 0] = process.versions.node.split('.').map(Number)): string[] {
  const isNamed = major >= 24 || (major === 23 && minor >= 5) || (major === 22 && minor >= 13);
  return [isNamed ? '--permission' : '--experimental-permission'];
}
