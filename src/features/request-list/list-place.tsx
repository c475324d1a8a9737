import { type ReactNode, useEffect, useRef } from 'react';
import type { InboxGroup } from '../../../domain/request-state.ts';
import { useListEntry } from './use-list-entry.ts';

/** Where somebody was in the list. */
interface ListPlace {
  /** How many cards they had asked for, where they pressed *Mostrar mais*. */
  shown: Partial<Record<InboxGroup | 'found', number>>;
  /** What they went to from here: its address, and which of the cards it was. */
  opened?: { href: string; position: number; scrolled: number } | undefined;
}

/** By the entry of the history, so that *Back* and *Voltar à lista* find it and a new visit from the menu begins anew. */
const places = new Map<string, ListPlace>();

export const findPlace = (entry = ''): ListPlace | undefined => places.get(entry);

/** The place of the entry that is shown. */
export function useListPlace(): ListPlace {
  const { __TSR_key: entry = '' } = useListEntry();
  const place = findPlace(entry) ?? { shown: {} };
  places.set(entry, place);
  return place;
}

/** Around cards that are all there: whoever comes back to them finds the focus and the page where they were. */
export function KeptPlace({ children }: { children: ReactNode }) {
  const place = useListPlace();
  const box = useRef<HTMLDivElement>(null);

  useEffect(() => {
    const around = box.current;
    const links = () => [...(around?.querySelectorAll<HTMLAnchorElement>('h3 a') ?? [])];
    const { opened } = place;
    place.opened = undefined;
    // With the frame that draws the cards, and before the heading of the page takes the focus.
    if (opened) requestAnimationFrame(() => comeBack(links(), opened));

    function note({ target }: Event): void {
      const all = links();
      const position = all.findIndex((link) => link.contains(target as Node));
      const href = all[position]?.href;
      if (href) place.opened = { href, position, scrolled: scrollY };
    }
    around?.addEventListener('click', note);
    return () => around?.removeEventListener('click', note);
  }, [place]);

  return <div ref={box}>{children}</div>;
}

/** What was read meanwhile stands in another group: what stands in its place now is what one goes on with. */
function comeBack(
  links: HTMLAnchorElement[],
  { href, position, scrolled }: NonNullable<ListPlace['opened']>,
): void {
  scrollTo(0, scrolled);
  const isInView = (link: Element) => Math.abs(link.getBoundingClientRect().top) < innerHeight;
  const same = links.find((link) => link.href === href && isInView(link));
  (same ?? links[position])?.focus({ preventScroll: true });
}
