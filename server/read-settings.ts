import { readFileSync } from 'node:fs';
import { closestMatch } from 'leven';
import * as v from 'valibot';

export type Env = Record<string, string | undefined>;

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

/** Many other words differ from a shorter name by two letters. */
const SHORT_LENGTH = 8;

/** Reads and checks settings once, at the start. Returns one sentence for each thing that is wrong. An empty setting counts as not given. */
export function readSettings<Schema extends v.GenericSchema>(
  env: Env,
  schema: Schema,
  names: readonly string[],
): v.InferOutput<Schema> | string[] {
  const withFiles = readSecretFiles(env);
  if (Array.isArray(withFiles)) return withFiles;
  const given = Object.fromEntries(Object.entries(withFiles).filter(([, value]) => value));
  const read = v.safeParse(schema, given);
  const sentences = judgeUnknown(Object.keys(given), names);
  if (!read.success) sentences.push(...read.issues.map(({ message }) => message));
  return read.success && sentences.length === 0 ? read.output : sentences;
}

/** Returns the settings with each secret that stands in a file, or what is wrong with the files, one sentence each. */
function readSecretFiles(env: Env): Env | string[] {
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

/** Returns a sentence for each name that looks like a misspelt setting: the server would otherwise do as if it had not been given. */
function judgeUnknown(given: readonly string[], names: readonly string[]): string[] {
  return given.flatMap((name) => {
    if (names.includes(name)) return [];
    const maxDistance = name.length < SHORT_LENGTH ? 1 : 2;
    const meant = closestMatch(name.toUpperCase(), names, { maxDistance });
    return meant === undefined
      ? []
      : [`${name} is no setting. Was ${meant} meant? What the server does not know it would pass over.`];
  });
}
