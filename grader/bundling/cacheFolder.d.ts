export function cacheFolder(root: string, name: string, environment?: NodeJS.ProcessEnv): string;
