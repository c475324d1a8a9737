import { doubtsAbout, lookAt } from '../../lib/paper/doubts.ts';
import { findCorners } from '../../lib/paper/find-corners.ts';
import type { Corners, Pixels } from '../../lib/paper/pixels.ts';
import { shrink } from '../../lib/paper/shrink.ts';
import { straighten } from '../../lib/paper/straighten.ts';
import { toTone } from '../../lib/paper/tones.ts';
import type { DeskCall, DeskReply, PaperDesk } from './paper-calls.ts';
import { encodeJpeg, readPixels } from './paper-pixels.ts';

/** Large enough for a phone's screen and for the loupe. */
const SCREEN_SIDE_PX = 1_600;
const SMALL_SIDE_PX = 320;
/** The long side of A4 at 150 dots per inch, at which small print can still be read; the next one at 200. */
const READABLE_SIDE_PX = 1_754;
const FINE_SIDE_PX = 2_339;
const SCREEN_QUALITIES = [0.8];
/** The qualities to try, in order, until a sheet is small enough. */
const FINE_QUALITIES = [0.8, 0.65];
const READABLE_QUALITIES = [0.7, 0.55, 0.4];

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

/** Does the work of a `PaperDesk` inside a worker. One photo is open at a time. */
function createDeskWork(): PaperDesk {
  let open: Pixels | null = null;

  function openSheet(corners: Corners, longestSide: number): Pixels {
    if (!open) throw new Error('No photo has been opened');
    return straighten(open, corners, longestSide);
  }

  return {
    async open(photo, turn) {
      // The memory of the last photo is freed before the next is read.
      open = null;
      open = await readPixels(photo, turn);
      const corners = findCorners(open);
      const shown = shrink(open, SCREEN_SIDE_PX);
      const { width, height } = shown;
      return { picture: await encodeJpeg(shown, SCREEN_QUALITIES), width, height, corners };
    },
    async look(corners, others) {
      const look = lookAt(openSheet(corners, READABLE_SIDE_PX));
      return { look, doubts: doubtsAbout(look, corners, others) };
    },
    shrink: async (corners) => encodeJpeg(openSheet(corners, SMALL_SIDE_PX), SCREEN_QUALITIES),
    async make(photo, { turn, corners, tone, maxBytes }) {
      open = null;
      const pixels = await readPixels(photo, turn);
      const fine = toTone(straighten(pixels, corners, FINE_SIDE_PX), tone);
      const bytes = await encodeJpeg(fine, FINE_QUALITIES, maxBytes);
      if (bytes.byteLength <= maxBytes) return { bytes, width: fine.width, height: fine.height };
      const readable = shrink(fine, READABLE_SIDE_PX);
      return {
        bytes: await encodeJpeg(readable, READABLE_QUALITIES, maxBytes),
        width: readable.width,
        height: readable.height,
      };
    },
  };
}
