import { useLocation } from '@tanstack/react-router';
import { type ReactNode, useEffect, useRef } from 'react';
import type { InboxGroup } from '../../domain/request-state.ts';

/** Where somebody was in the list. */
export interface ListPlace {
  /** How many cards they had asked for, where they pressed *Mostrar mais*. */
  shown: Partial<Record<InboxGroup | 'found', number>>;
  /** What they went to from here: its address, and which of the cards it was. */
  opened: { href: string; position: number; scrolled: number } | null;
}

/** By the entry of the history, so that *Back* and *Voltar à lista* find it and a new visit from the menu begins anew. */
const places = new Map<string, ListPlace>();

export const findPlace = (entry = ''): ListPlace | undefined => places.get(entry);

/** The place of the entry that is shown. */
export function useListPlace(): ListPlace {
  const entry = useLocation({ select: ({ state }) => state.__TSR_key }) ?? '';
  const place = places.get(entry) ?? { shown: {}, opened: null };
  places.set(entry, place);
  return place;
}

/** Around cards that are all there: whoever comes back to them finds the focus and the page where they were. */
export function KeptPlace({ children }: { children: ReactNode }) {
  const place = useListPlace();
  const box = useRef<HTMLDivElement>(null);

  useEffect(() => {
    const shown = box.current;
    const links = () => [...(shown?.querySelectorAll<HTMLElement>('h3 a') ?? [])];
    const { opened } = place;
    place.opened = null;
    // With the frame that draws the cards, and before the heading of the page takes the focus.
    if (opened) requestAnimationFrame(() => comeBack(links(), opened));

    function note({ target }: MouseEvent): void {
      const link = target instanceof Element && target.closest<HTMLAnchorElement>('h3 a');
      if (link) place.opened = { href: link.href, position: links().indexOf(link), scrolled: window.scrollY };
    }
    shown?.addEventListener('click', note);
    return () => shown?.removeEventListener('click', note);
  }, [place]);

  return <div ref={box}>{children}</div>;
}

/** What was read meanwhile stands in another group: what stands in its place now is what one goes on with. */
function comeBack(links: HTMLElement[], { href, position, scrolled }: NonNullable<ListPlace['opened']>) {
  window.scrollTo(0, scrolled);
  const same = links.find((link) => link instanceof HTMLAnchorElement && link.href === href);
  const isInView = same && Math.abs(same.getBoundingClientRect().top) < window.innerHeight;
  (isInView ? same : links[position])?.focus({ preventScroll: true });
}
