import { AwsClient } from 'aws4fetch';
import { sha256Hex } from '../../shared/sha256.ts';
import { asOutage, Outage } from '../outage.ts';

/** Longer than a piece of one MiB takes; whoever waits for it holds nothing that others need. */
const ANSWER_MS = 10_000;
const RETRIES = 1;
const DEFAULT_REGION = 'us-east-1';

export interface PieceName {
  citizenId: string;
  fileId: string;
  place: number;
  /** The hash of the bytes: what is put under a name is always the same. */
  storedHash: string;
}

/** The store that keeps the bytes of files beside the database. It throws what it cannot do at the moment, and is asked again. */
export interface FileStore {
  /** Repeatable. */
  put(name: PieceName, bytes: Uint8Array): Promise<void>;
  /** Throws `StoredBytesDiffer` when the bytes are not those that were put under that name. */
  get(name: PieceName): Promise<Uint8Array>;
  /** Repeatable. */
  delete(name: PieceName): Promise<void>;
}

/** A log tells this error's name and its code, which names the object by ids alone, but no message. */
class StoredBytesDiffer extends Error {
  override name = 'StoredBytesDiffer';
  readonly code: string;

  constructor(name: PieceName) {
    super('The store of files gave other bytes than were put');
    this.code = pathOf(name);
  }
}

/** Connects to any store that speaks Amazon's S3: `https://<key>:<secret>@<host>/<bucket>?region=<region>`. */
export function connectFileStore(address: string): FileStore {
  const { origin, pathname, username, password, searchParams } = new URL(address);
  const client = new AwsClient({
    accessKeyId: decodeURIComponent(username),
    secretAccessKey: decodeURIComponent(password),
    service: 's3',
    region: searchParams.get('region') ?? DEFAULT_REGION,
    retries: RETRIES,
  });
  const bucket = `${origin}${pathname.replace(/\/$/, '')}`;

  async function ask(method: string, name: PieceName, init: RequestInit = {}): Promise<Response> {
    const signal = AbortSignal.timeout(ANSWER_MS);
    const asked = client.fetch(`${bucket}/${pathOf(name)}`, { ...init, method, signal });
    const answer = await asked.catch(throwOutage);
    if (answer.ok || (method === 'DELETE' && (await isGone(answer)))) return answer;
    // The message must not repeat the address, which holds a secret.
    const refused = new Error(`The store of files answered ${answer.status}`);
    throw answer.status >= 500 ? new Outage('files', refused) : refused;
  }

  return {
    async put(name, bytes) {
      // With this header the store refuses bytes that are not those that were sent.
      const headers = { 'X-Amz-Content-Sha256': name.storedHash };
      await ask('PUT', name, { headers, body: new Uint8Array(bytes) });
    },
    async get(name) {
      const answer = await ask('GET', name);
      const bytes = new Uint8Array(await answer.arrayBuffer().catch(throwOutage));
      if ((await sha256Hex(bytes)) !== name.storedHash) throw new StoredBytesDiffer(name);
      return bytes;
    },
    async delete(name) {
      await ask('DELETE', name);
    },
  };
}

/** Whether the store tells that the object is not there, as Google's does where Amazon's says that it is deleted. Where the bucket is not there it is 404 too. */
async function isGone(answer: Response): Promise<boolean> {
  return answer.status === 404 && (await answer.text().catch(throwOutage)).includes('<Code>NoSuchKey</Code>');
}

function throwOutage(error: unknown): never {
  throw asOutage('files', error);
}

function pathOf({ citizenId, fileId, place, storedHash }: PieceName): string {
  return `${citizenId}/${fileId}/${place}-${storedHash}`;
}
