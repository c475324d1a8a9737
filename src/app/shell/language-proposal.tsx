import { Languages } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { type Language, SOURCE_LANGUAGE } from '../../state/kept-preferences.ts';
import { chooseLanguage } from '../../state/preferences.ts';
import { Button } from '../../ui/button.tsx';
import { Cluster } from '../../ui/cluster.tsx';
import { Notice } from '../../ui/notice.tsx';

/** Asks once, in the language of the browser; whatever is answered is remembered. */
export function LanguageProposal({ language }: { language: Language }) {
  const { t } = useTranslation('proposal', { lng: language });

  function answer(chosen: Language) {
    // The button goes with the question, so the focus is handed on before.
    document.querySelector('h1')?.focus({ preventScroll: true });
    chooseLanguage(chosen);
  }

  return (
    <section lang={language} aria-label={t('label')}>
      <Notice tone="info" icon={Languages}>
        <p>{t('text')}</p>
        <Cluster>
          <Button variant="secondary" type="button" onClick={() => answer(language)}>
            {t('accept')}
          </Button>
          <Button variant="quiet" type="button" onClick={() => answer(SOURCE_LANGUAGE)}>
            {t('decline')}
          </Button>
        </Cluster>
      </Notice>
    </section>
  );
}
