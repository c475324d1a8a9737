import { useRouterState } from '@tanstack/react-router';
import { useEffect, useEffectEvent, useState } from 'react';
import type { Sending } from '../../../../../features/draft-review/draft-review.tsx';
import { mayActForOthers, type Review } from '../../../../../features/draft-review/review-list.tsx';
import type { Clock } from '../../../../../lib/clock.ts';
import {
  forgetPromisedSend,
  type PromisedSend,
  readPromisedSend,
} from '../../../../../state/promised-send.ts';

/** How long the summary is seen before it is sent: time to read whose it is, and to say no. */
const SEEN_MS = 5_000;

/** A sign-in that takes longer may be that of another person who found the page. */
const VALID_MS = 30 * 60_000;

/** Sends a summary for which **Iniciar sessão e enviar** was pressed once the citizen has seen it; where that is not safe, the citizen is asked. */
export function usePromisedSend(
  review: Review | undefined,
  clock: Clock,
  send: () => Promise<void>,
): Sending | null {
  const [promise] = useState(readPromisedSend);
  // A clock that was set back does not tell how long ago the press was.
  const [isFresh] = useState(
    () => promise !== null && Math.abs(clock.now().getTime() - promise.at) < VALID_MS,
  );
  const [isOver, setIsOver] = useState(false);
  // A citizen who leaves the page, perhaps by deleting the draft, must not send it while the next page is on its way.
  const isLeaving = useRouterState({ select: ({ status }) => status === 'pending' });
  const isTheirs = review !== undefined && promise !== null && isOf(promise, review);
  const sends = isTheirs && isFresh && !isOver && isAsPressed(promise, review) && !mayActForOthers(review);

  // A citizen who comes to the page once more has not pressed for it.
  useEffect(forgetPromisedSend, []);

  const sendIfSeen = useEffectEvent(async () => {
    // A summary behind an open dialog has not been seen.
    if (!document.querySelector('dialog[open]')) await send();
    setIsOver(true);
  });
  const waits = sends && !isLeaving;
  useEffect(() => (waits ? afterSeen(clock, sendIfSeen) : undefined), [waits, clock]);

  if (!isTheirs) return null;
  return sends ? { status: 'sends', stop: () => setIsOver(true) } : { status: 'asks' };
}

function isOf({ citizenId, draftId }: PromisedSend, review: Review): boolean {
  return citizenId === review.citizenId && draftId === review.draft.id;
}

/** Returns whether the draft is as it was at the press: another tab may have changed it before the sign-in. */
function isAsPressed({ asOf }: PromisedSend, { draft }: Review): boolean {
  return asOf === draft.updatedAt;
}

/** Calls back once the page has been in sight for `SEEN_MS` at a stretch. Returns the function that cancels it. */
function afterSeen(clock: Clock, run: () => void): () => void {
  let cancel = () => {};
  function begin() {
    cancel();
    cancel = document.visibilityState === 'visible' ? clock.after(SEEN_MS, run) : () => {};
  }
  begin();
  document.addEventListener('visibilitychange', begin);
  return () => {
    cancel();
    document.removeEventListener('visibilitychange', begin);
  };
}
