import { buffer } from 'node:stream/consumers';
import { PROGRAM } from '../how-to-call.ts';
import { createOfficeClient, type OfficeClient } from './office-client.ts';

/** What a command over the API works with. */
export interface Desk {
  office: OfficeClient;
  /** Returns what is piped in. */
  readInput(): Promise<string>;
}

/** Opens the desk that the settings describe, or returns a sentence about what is missing. */
export function openDesk({ OFFICE_URL, OFFICE_TOKEN }: Record<string, string | undefined>): Desk | string {
  if (!OFFICE_URL || !URL.canParse(OFFICE_URL))
    return 'OFFICE_URL must be the address of the server, as «https://eclic.exemplo.pt».';
  if (!OFFICE_TOKEN)
    return `OFFICE_TOKEN is missing. Whoever runs the server makes one: ${PROGRAM} office token add <name>`;
  return {
    office: createOfficeClient({ url: OFFICE_URL, token: OFFICE_TOKEN }),
    readInput: async () => (process.stdin.isTTY ? '' : (await buffer(process.stdin)).toString('utf8')),
  };
}
