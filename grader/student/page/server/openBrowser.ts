import { spawn } from 'node:child_process';

const commands: Readonly<Partial<Record<NodeJS.Platform, readonly [string, ...string[]]>>> = {
  darwin: ['open'],
  // `start` uses its first quoted argument as a title.
  win32: ['cmd', '/c', 'start', ''],
};

/** Opens an address in the user's browser. @returns whether that is possible */
export function openBrowser(address: string): Promise<boolean> {
  const [program, ...args] = commands[process.platform] ?? ['xdg-open'];
  return new Promise((resolve) => {
    const opened = spawn(program, [...args, address], { stdio: 'ignore', detached: true });
    opened.on('error', () => resolve(false));
    opened.on('spawn', () => resolve(true));
    opened.unref();
  });
}
