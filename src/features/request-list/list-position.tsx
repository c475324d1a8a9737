import { type ReactNode, useEffect, useRef } from 'react';
import type { InboxGroup } from '../../../domain/request-state.ts';
import { useOwnEntry } from '../../parts/use-own-entry.ts';

/** How the citizen left the list: how much was unfolded, and which card was opened. */
interface ListPosition {
  /** The number of cards that each group shows after presses on **Mostrar mais**. */
  shown: Partial<Record<InboxGroup | 'found', number>>;
  /** The card that was opened: its address, its index among the cards, and how far the page was scrolled. */
  opened?: { href: string; cardIndex: number; scrolled: number } | undefined;
}

/** The positions by history entry. Going back and **Voltar à lista** find them; a new visit from the menu begins at the top. */
const positions = new Map<string, ListPosition>();

export const findPosition = (entry = ''): ListPosition | undefined => positions.get(entry);

/** Returns the position of the history entry that is shown. */
export function useListPosition(): ListPosition {
  const { __TSR_key: entry = '' } = useOwnEntry();
  const position = findPosition(entry) ?? { shown: {} };
  positions.set(entry, position);
  return position;
}

/** Wraps cards that are all drawn, and restores focus and scroll position when the citizen comes back to them. */
export function KeptPosition({ children }: { children: ReactNode }) {
  const position = useListPosition();
  const box = useRef<HTMLDivElement>(null);

  useEffect(() => {
    const around = box.current;
    const links = () => [...(around?.querySelectorAll<HTMLAnchorElement>('h3 a') ?? [])];
    const { opened } = position;
    position.opened = undefined;
    // Runs with the frame that draws the cards, before the heading of the page takes the focus.
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

/** Focuses the opened card if it is still in view. If it has moved to another group, the card in its place takes the focus. */
function comeBack(
  links: HTMLAnchorElement[],
  { href, cardIndex, scrolled }: NonNullable<ListPosition['opened']>,
): void {
  scrollTo(0, scrolled);
  const isInView = (link: Element) => Math.abs(link.getBoundingClientRect().top) < innerHeight;
  const same = links.find((link) => link.href === href && isInView(link));
  (same ?? links[cardIndex])?.focus({ preventScroll: true });
}
