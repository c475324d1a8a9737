import { setTimeout as wait } from 'node:timers/promises';
import type { Server } from '../../contract/server.ts';
import { API_BASE_PATH } from '../../contract/server.ts';
import type { SuiteProcess } from './suite-processes.ts';

/** Each kind of call that writes something of a citizen's. */
export const WRITES = [
  'PUT /drafts/:id',
  'DELETE /drafts/:id',
  'POST /uploads',
  'PATCH /uploads/:id',
  'PUT /requests/:id',
  'PUT /requests/:id/withdrawal',
  'PUT /requests/:id/messages/:id',
  'PUT /requests/:id/read-mark',
  'PUT /requests/:id/rating',
] as const;
type Write = (typeof WRITES)[number];

/** The latest moment of a kill after a call's arrival, in ms: the call is then somewhere on its way to the commit. */
const WITHIN_MS = 12;
const ID = /\/(u_)?[0-9a-f]{8}-[0-9a-f-]{27}/g;

interface Call {
  name: string;
  isAnswered: boolean;
}

export interface WatchedProcess {
  server: Server;
  /** Kills the process as soon as such a call is on its way. Returns the names of all calls that were left without an answer. */
  crashDuring(write: Write): Promise<string[]>;
}

export function watchCalls(process: SuiteProcess): WatchedProcess {
  const open = new Set<Call>();
  let onCall: (call: Call) => void = () => {};
  return {
    async server(request) {
      const path = new URL(request.url).pathname.replace(API_BASE_PATH, '');
      const call = { name: `${request.method} ${path.replaceAll(ID, '/:id')}`, isAnswered: false };
      open.add(call);
      onCall(call);
      try {
        const answer = await process.server(request);
        call.isAnswered = true;
        return answer;
      } finally {
        open.delete(call);
      }
    },
    async crashDuring(write) {
      await new Promise<void>((resolve) => {
        onCall = ({ name }) => {
          if (name === write) resolve();
        };
      });
      onCall = () => {};
      await wait(Math.random() * WITHIN_MS);
      const inTheMiddle = [...open];
      await process.crash();
      return inTheMiddle.filter(({ isAnswered }) => !isAnswered).map(({ name }) => name);
    },
  };
}
