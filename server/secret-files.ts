import { readFileSync } from 'node:fs';

type Settings = Record<string, string | undefined>;

/** Settings that open something: whoever sees the environment of a process should not get them. */
const SECRETS = [
  'SECRET',
  'SECRET_BEFORE',
  'DATABASE_URL',
  'OIDC_CLIENT_SECRET',
  'MAIL_URL',
  'WEBHOOK_SECRET',
  'FILES_URL',
];

const inFile = (name: string) => `${name}_FILE`;
export const FILE_SETTING_NAMES = SECRETS.map(inFile);

/** Returns the settings with each secret that stands in a file, or what is wrong with the files, one sentence each. */
export function readSecretFiles(env: Settings): Settings | string[] {
  const read = { ...env };
  const sentences: string[] = [];
  for (const name of SECRETS) {
    const file = env[inFile(name)];
    if (!file) continue;
    if (env[name]) sentences.push(`${name} and ${inFile(name)} are two of the same: choose one.`);
    try {
      read[name] = readFileSync(file, 'utf8').trim();
    } catch {
      sentences.push(`${inFile(name)} names a file that cannot be read.`);
    }
  }
  return sentences.length > 0 ? sentences : read;
}
