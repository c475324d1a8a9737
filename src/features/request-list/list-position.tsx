import { type ReactNode, useEffect, useRef } from 'react';
import type { InboxGroup } from '../../../domain/request-state.ts';
import { useListEntry } from './use-list-entry.ts';

/** Where somebody was in the list. */
interface ListPosition {
  /** How many cards they had asked for, where they pressed *Mostrar mais*. */
  shown: Partial<Record<InboxGroup | 'found', number>>;
  /** What they went to from here: its address, and which of the cards it was. */
  opened?: { href: string; cardIndex: number; scrolled: number } | undefined;
}

/** By the entry of the history, so that *Back* and *Voltar à lista* find it and a new visit from the menu begins anew. */
const positions = new Map<string, ListPosition>();

export const findPosition = (entry = ''): ListPosition | undefined => positions.get(entry);

/** The position kept for the history entry that is shown. */
export function useListPosition(): ListPosition {
  const { __TSR_key: entry = '' } = useListEntry();
  const position = findPosition(entry) ?? { shown: {} };
  positions.set(entry, position);
  return position;
}

/** Around cards that are all there: whoever comes back to them finds the focus and the page where they were. */
export function KeptPosition({ children }: { children: ReactNode }) {
  const position = useListPosition();
  const box = useRef<HTMLDivElement>(null);

  useEffect(() => {
    const around = box.current;
    const links = () => [...(around?.querySelectorAll<HTMLAnchorElement>('h3 a') ?? [])];
    const { opened } = position;
    position.opened = undefined;
    // With the frame that draws the cards, and before the heading of the page takes the focus.
    if (opened) requestAnimationFrame(() => comeBack(links(), opened));

    function note({ target }: Event): void {
      const all = links();
      const cardIndex = all.findIndex((link) => link.contains(target as Node));
      const href = all[cardIndex]?.href;
      if (href) position.opened = { href, cardIndex, scrolled: scrollY };
    }
    around?.addEventListener('click', note);
    return () => around?.removeEventListener('click', note);
  }, [position]);

  return <div ref={box}>{children}</div>;
}

/** What was read meanwhile stands in another group: what stands in its place now is what one goes on with. */
function comeBack(
  links: HTMLAnchorElement[],
  { href, cardIndex, scrolled }: NonNullable<ListPosition['opened']>,
): void {
  scrollTo(0, scrolled);
  const isInView = (link: Element) => Math.abs(link.getBoundingClientRect().top) < innerHeight;
  const same = links.find((link) => link.href === href && isInView(link));
  (same ?? links[cardIndex])?.focus({ preventScroll: true });
}
