import type { DeskCall, DeskReply } from './paper-calls.ts';
import { createAnswerer } from './paper-work.ts';

const answer = createAnswerer();

function say(reply: DeskReply): void {
  self.postMessage(reply);
}

/** The calls run one after the other: two large pictures at the same time would be too much for a small phone. */
let last = Promise.resolve();

self.addEventListener('message', ({ data }: MessageEvent<DeskCall>) => {
  const { callId } = data;
  last = last.then(() =>
    answer(data).then(
      (result) => say({ callId, answer: result }),
      () => say({ callId, failed: true }),
    ),
  );
});
