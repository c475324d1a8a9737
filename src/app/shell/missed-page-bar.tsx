import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { canLoadAnew } from '../../parts/can-load-anew.ts';
import { useMissedPage } from '../../state/missed-page.ts';
import { announce } from '../../ui/live-region.tsx';
import { PlainBar } from './plain-bar.tsx';

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
