import type { SearchCall, SearchReply } from './request-search.ts';
import { createAnswerer } from './request-search-answer.ts';
import { nativeSource, openForReading } from './request-search-native.ts';

/** Folding 50 000 messages would stop the page for a second; here it stops nobody. */
function say(reply: SearchReply): void {
  self.postMessage(reply);
}

const answer = createAnswerer(
  async (name) => nativeSource(await openForReading(name)),
  () => say({ hasNews: true }),
);

self.addEventListener('message', ({ data: { callId, call } }: MessageEvent<NumberedCall>) => {
  answer(call).then(
    (result) => say({ callId, answer: result }),
    () => say({ callId, failed: true }),
  );
});

interface NumberedCall {
  callId: number;
  call: SearchCall;
}
