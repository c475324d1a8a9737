import * as v from 'valibot';
import { SECRET_SENTENCE, secretSettings } from './secret-setting.ts';
import { url, wholeNumber } from './setting-kinds.ts';

type DatabaseConfig =
  | { kind: 'embedded'; folder: string }
  | { kind: 'postgres'; url: string; connectionsMax: number };

/** Where everything is kept, and how it is sealed. */
export interface StorageConfig {
  database: DatabaseConfig;
  /** Null: the embedded database keeps a secret of its own beside it. */
  secret: Uint8Array | null;
  /** Null: files are kept in the database. */
  filesUrl: string | null;
}

const filesUrl = v.pipe(
  url('FILES_URL', ['http:', 'https:']),
  v.check((text) => {
    if (!URL.canParse(text)) return true;
    const { username, password, pathname } = new URL(text);
    return username !== '' && password !== '' && /^\/[^/]+\/?$/.test(pathname);
  }, 'FILES_URL must name key, secret and bucket: https://<key>:<secret>@<host>/<bucket>?region=<region>.'),
);

export const storageSettings = {
  DATA_DIR: v.optional(v.string(), '.data'),
  DATABASE_URL: v.optional(url('DATABASE_URL', ['postgres:', 'postgresql:'])),
  DATABASE_CONNECTIONS: v.optional(wholeNumber('DATABASE_CONNECTIONS', 1, 1000), '10'),
  ...secretSettings,
  FILES_URL: v.optional(filesUrl),
};

type StorageSettings = v.InferOutput<v.ObjectSchema<typeof storageSettings, undefined>>;

export function judgeStorage({ DATABASE_URL, SECRET }: StorageSettings): string[] {
  if (DATABASE_URL === undefined || SECRET !== undefined) return [];
  return [
    `SECRET is missing: with DATABASE_URL every process needs the same one. ${SECRET_SENTENCE} Whoever loses it can read no NISS any more.`,
  ];
}

export function readStorage(settings: StorageSettings): StorageConfig {
  const { DATA_DIR, DATABASE_URL, DATABASE_CONNECTIONS, SECRET, FILES_URL } = settings;
  return {
    database:
      DATABASE_URL === undefined
        ? { kind: 'embedded', folder: DATA_DIR }
        : { kind: 'postgres', url: DATABASE_URL, connectionsMax: DATABASE_CONNECTIONS },
    secret: SECRET ?? null,
    filesUrl: FILES_URL ?? null,
  };
}
