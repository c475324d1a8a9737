import { useEffect, useRef } from 'react';
import { VisuallyHidden } from './visually-hidden.tsx';

type Politeness = 'polite' | 'assertive';

/** The pause between emptying a region and filling it: screen readers miss a text that comes in the same moment as the emptying. */
const GAP_MS = 100;
/** The time after which a sentence is removed: it has been read, and must not be found on the page. */
const SPOKEN_MS = 1_500;

const regions = new Set<{ hear: (text: string, politeness: Politeness) => void; silence: () => void }>();

/** Makes screen readers say what is seen on the page, without moving the focus. */
export function announce(text: string, politeness: Politeness = 'polite'): void {
  for (const { hear } of regions) hear(text, politeness);
}

/** Removes the last sentence from the page, since another person may read the page next. */
export function clearAnnouncement(): void {
  for (const { silence } of regions) silence();
}

/** The live regions. They are on the page from the start: screen readers ignore a region that is added together with its text. */
export function StatusRegion() {
  const polite = useRef<HTMLDivElement>(null);
  const assertive = useRef<HTMLDivElement>(null);

  useEffect(() => {
    const stopPolite = speakInto('polite', polite.current);
    const stopAssertive = speakInto('assertive', assertive.current);
    return () => {
      stopPolite();
      stopAssertive();
    };
  }, []);

  return (
    <VisuallyHidden>
      <span role="status" ref={polite} />
      <span role="alert" ref={assertive} />
    </VisuallyHidden>
  );
}

function speakInto(own: Politeness, region: HTMLElement | null): () => void {
  let waiting: string[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;

  function hear(text: string, politeness: Politeness) {
    if (!region || politeness !== own) return;
    // The region is emptied first, so that a repeated sentence is a change and is read again.
    region.textContent = '';
    waiting.push(text);
    clearTimeout(timer);
    timer = setTimeout(() => {
      region.textContent = waiting.join(' ');
      waiting = [];
      timer = setTimeout(silence, SPOKEN_MS);
    }, GAP_MS);
  }

  function silence() {
    clearTimeout(timer);
    waiting = [];
    if (region) region.textContent = '';
  }

  const spoken = { hear, silence };
  regions.add(spoken);
  return () => {
    clearTimeout(timer);
    regions.delete(spoken);
  };
}
