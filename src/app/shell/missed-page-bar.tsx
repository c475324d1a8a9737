import { useEffect, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { useMissedPage } from '../../state/missed-page.ts';
import { Button } from '../../ui/button.tsx';
import { announce } from '../../ui/live-region.tsx';
import styles from './notice-bar.module.css';

/** Part of the first load: where a page could not be fetched, neither could this. */
export function MissedPageBar() {
  const { t } = useTranslation('common');
  const textId = useId();
  const missed = useMissedPage((state) => state.missed);
  const text = t('notOpened');

  // Said again with each try.
  useEffect(() => {
    if (missed) announce(text);
  }, [missed, text]);

  return (
    missed && (
      <section aria-labelledby={textId} className={styles.bar}>
        <p id={textId} className={styles.text}>
          {text}
        </p>
        <div className={styles.actions}>
          <Button variant="quiet" type="button" onClick={missed.tryAgain}>
            {t('tryAgain')}
          </Button>
          <Button variant="quiet" type="button" onClick={() => useMissedPage.setState({ missed: null })}>
            {t('close')}
          </Button>
        </div>
      </section>
    )
  );
}
