import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useMissedPage } from '../../state/missed-page.ts';
import { announce } from '../../ui/live-region.tsx';
import { PlainBar } from './plain-bar.tsx';

/** Where a page could not be fetched. */
export function MissedPageBar() {
  const { t } = useTranslation('common');
  const missed = useMissedPage((state) => state.missed);
  const text = t('notOpened');

  // Said again with each try.
  useEffect(() => {
    if (missed) announce(text);
  }, [missed, text]);

  return (
    missed && (
      <PlainBar
        text={text}
        label={t('tryAgain')}
        onClick={missed.tryAgain}
        onClose={() => useMissedPage.setState({ missed: null })}
      />
    )
  );
}
