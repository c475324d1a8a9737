import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { canLoadAnew } from '../../parts/can-load-anew.ts';
import { useMissedPage } from '../../state/missed-page.ts';
import { dismissNotice, type ShownNotice } from '../../state/notices.ts';
import { Button } from '../../ui/button.tsx';
import { handFocusOn } from '../../ui/hand-focus-on.ts';
import { announce } from '../../ui/live-region.tsx';
import styles from './notice-bar.module.css';

interface PlainBarProps {
  text: string;
  /** The text of the button that does something about it; undefined where there is no such button. */
  label: string | undefined;
  onClick: () => void;
  onClose: () => void;
}

/** A bar over the page. It is part of the first load, because it is needed where nothing can be fetched. */
function PlainBar({ text, label, onClick, onClose }: PlainBarProps) {
  const { t } = useTranslation('common');
  return (
    <section ref={handFocusOn} aria-label={text} className={styles.bar}>
      <p className={styles.text}>{text}</p>
      <div className={styles.actions}>
        {label && (
          <Button variant="quiet" type="button" onClick={onClick}>
            {label}
          </Button>
        )}
        <Button variant="quiet" type="button" onClick={onClose}>
          {t('close')}
        </Button>
      </div>
    </section>
  );
}

/** Shows a notice whose own code has not come, as without a connection: its text, and the button that undoes what it tells. */
export function PlainNotice({ text, undo }: ShownNotice) {
  function bringBack() {
    dismissNotice();
    undo?.run();
  }

  return <PlainBar text={text} label={undo?.label} onClick={bringBack} onClose={dismissNotice} />;
}

/** The bar that says that a page, or a part of the page shown, could not be fetched. */
export function MissedPageBar() {
  const { t } = useTranslation('common');
  const { missed, parts } = useMissedPage();
  const isMissed = missed ?? parts.length > 0;
  const text = t(missed ? 'notOpened' : 'partNotOpened');

  // Each failed try sets another `missed`, so it is announced again.
  useEffect(() => {
    if (isMissed) announce(text);
  }, [isMissed, text]);

  function tryAgain() {
    missed?.tryAgain();
    Promise.all(parts.map((ask) => ask())).catch(async () => {
      // A newer e-Clic may have replaced these files, or the browser fetches no file twice: only a new document helps.
      if (await canLoadAnew()) window.location.reload();
      else announce(text);
    });
  }

  return (
    isMissed && (
      <PlainBar
        text={text}
        label={t('tryAgain')}
        onClick={tryAgain}
        onClose={() => useMissedPage.setState({ missed: null, parts: [] })}
      />
    )
  );
}
