import { create } from 'zustand';

/** The element of the page at which a notice is read and reached by Tab; null where the page has none. It is seen over the page all the same. */
export const useNoticePlace = create<{ place: HTMLElement | null }>(() => ({ place: null }));

/** A `ref` for that element. */
export function holdNotices(place: HTMLElement | null): void {
  useNoticePlace.setState({ place });
}
