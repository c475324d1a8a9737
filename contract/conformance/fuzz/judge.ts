import type { Server } from '../../server.ts';
import { BUSY_MAX_MS, measureBusy } from '../busy.ts';

const SILENCE_MAX_MS = 20_000;
const STACK = /\n\s+at .+:\d+|node_modules|node:internal/;

/** Passes answers through, and rejects those that no server may ever give, whatever the call. */
export function withJudge(server: Server): Server {
  return async (request) => {
    const { result: answer, busyMs } = await measureBusy(() => orSilence(server(request)));
    const text = await answer.clone().text();
    if (answer.status >= 500) throw new Error(`${answer.status} ${text}`);
    if (STACK.test(text)) throw new Error(`A stack went out: ${text}`);
    if (busyMs > BUSY_MAX_MS) throw new Error(`Held the server for ${Math.round(busyMs)} ms`);
    return answer;
  };
}

function orSilence(answer: Promise<Response>): Promise<Response> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const silence = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('No answer came')), SILENCE_MAX_MS);
  });
  return Promise.race([answer, silence]).finally(() => clearTimeout(timer));
}
