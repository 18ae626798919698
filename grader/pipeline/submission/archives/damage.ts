import { ArchiveDamage } from './types';

/** Turns an archive library's error into a clause for people. @throws ArchiveDamage always */
export function damage(error: unknown): never {
  if (error instanceof ArchiveDamage) throw error;
  // Node's errors are not `instanceof Error` inside Jest.
  const { code, message } =
    typeof error === 'object' && error !== null ? (error as NodeJS.ErrnoException) : { message: String(error) };
  if (code === 'EACCES' || code === 'EPERM') throw new ArchiveDamage('reading it is not permitted');
  if (/encrypt/i.test(message)) throw new ArchiveDamage('it is encrypted with a password; hand it in without one');
  const fact = message.split('\n', 1)[0]?.slice(0, 150).replace(/\.+$/, '') ?? '';
  throw new ArchiveDamage(`it is damaged or cut off (${fact}); make the archive again`, { cause: error });
}
