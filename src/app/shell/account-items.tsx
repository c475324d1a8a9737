import { Link } from '@tanstack/react-router';
import { MonitorSmartphone, Settings } from 'lucide-react';
import { useEffect, useEffectEvent, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { ADDRESSES } from '../../parts/addresses.ts';
import styles from './account-menu.module.css';
import { SignOutHere } from './sign-out-here.tsx';

/** The id of the sessions' heading in *Definições*. */
const SESSIONS = 'sessoes';

/** The menu that the name in the header opens. It closes at Esc, when one of its links is followed, and at a press or the focus elsewhere. */
export function AccountItems({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('common');
  const list = useRef<HTMLUListElement>(null);
  const closeIfElsewhere = useEffectEvent(({ target }: Event) => {
    const menu = list.current?.parentElement;
    if (menu && target instanceof Node && !menu.contains(target)) onClose();
  });
  const closeAtEscape = useEffectEvent(({ key, target }: KeyboardEvent) => {
    // The question before leaving is a dialog in the menu; Esc closes it alone.
    if (key !== 'Escape' || (target instanceof Element && target.closest('dialog'))) return;
    closeTo(null);
  });

  /** Moves the focus out of the menu, to this place or else to the name, and closes the menu. A link to the open page moves no focus itself. */
  function closeTo(place: HTMLElement | null) {
    const name = list.current?.parentElement?.querySelector('button');
    (place ?? name)?.focus();
    onClose();
  }

  useEffect(() => {
    const closing = new AbortController();
    const { signal } = closing;
    document.addEventListener('pointerdown', closeIfElsewhere, { signal });
    document.addEventListener('focusin', closeIfElsewhere, { signal });
    document.addEventListener('keydown', closeAtEscape, { signal });
    return () => closing.abort();
  }, []);

  return (
    <ul ref={list} className={styles.items}>
      <li>
        <Link to={ADDRESSES.settings} onClick={() => closeTo(null)}>
          <Settings size={20} />
          {t('nav.settings')}
        </Link>
      </li>
      <li>
        <Link
          to={ADDRESSES.settings}
          hash={SESSIONS}
          onClick={() => closeTo(document.getElementById(SESSIONS))}
        >
          <MonitorSmartphone size={20} />
          {t('nav.sessions')}
        </Link>
      </li>
      <li className={styles.wayOut}>
        <SignOutHere />
      </li>
    </ul>
  );
}
