import { Link, useRouter } from '@tanstack/react-router';
import type { MouseEvent } from 'react';
import { ADDRESSES } from '../../parts/addresses.ts';

/** The used part of the Navigation API; in a browser without it the link leads to the top of the list. */
interface VisitedPages {
  entries(): { url: string | null }[];
  currentEntry: { index: number } | null;
}

const LIST_PATH = import.meta.env.BASE_PATH + ADDRESSES.requests;

/** How many steps back in this tab the list was shown last; 0 when it was not. */
function stepsToList(): number {
  const { navigation } = window as { navigation?: VisitedPages };
  const here = navigation?.currentEntry?.index ?? 0;
  const before = navigation?.entries().slice(0, here) ?? [];
  const at = before.findLastIndex(({ url }) => url && new URL(url).pathname === LIST_PATH);
  return at < 0 ? 0 : at - here;
}

/** *Voltar à lista*: leads to the position in the list, as *Back* would, over any number of pages between. */
export function BackToList({ words }: { words: string }) {
  const { history } = useRouter();

  function goBack(event: MouseEvent) {
    const steps = stepsToList();
    const opensElsewhere = event.metaKey || event.ctrlKey || event.shiftKey;
    if (steps === 0 || opensElsewhere) return;
    event.preventDefault();
    history.go(steps);
  }

  return (
    <Link to={ADDRESSES.requests} onClick={goBack}>
      {words}
    </Link>
  );
}
