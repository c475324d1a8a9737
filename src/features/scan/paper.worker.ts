import type { DeskCall, DeskReply } from './paper-calls.ts';
import { createDeskWork } from './paper-work.ts';

const work = createDeskWork();

function answer({ name, args }: DeskCall): Promise<unknown> {
  // The types of `PaperDesk` in the page make sure that the arguments fit the call.
  return (work[name] as (...given: readonly unknown[]) => Promise<unknown>)(...args);
}

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
