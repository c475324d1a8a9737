import { useEffect, useRef } from 'react';
import { VisuallyHidden } from './visually-hidden.tsx';

type Politeness = 'polite' | 'assertive';

/** Screen readers miss a change that comes in the same moment as the emptying before it. */
const GAP_MS = 100;
/** Then it has been read, and whoever leafs through the page must not find it standing there. */
const SPOKEN_MS = 1_500;

const regions = new Set<{ hear: (text: string, politeness: Politeness) => void; silence: () => void }>();

/** Has a screen reader say something that the eye sees without moving the focus. */
export function announce(text: string, politeness: Politeness = 'polite'): void {
  for (const { hear } of regions) hear(text, politeness);
}

/** Takes back what has been said, which stays in the page: another person may be reading it next. */
export function hush(): void {
  for (const { silence } of regions) silence();
}

/** Stays in the page from the start: a region that comes together with its text is not read. */
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
    // Emptied first, so that the same sentence is a change again and is read a second time.
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
