import { Languages } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { type Language, SOURCE_LANGUAGE } from '../../state/kept-preferences.ts';
import { chooseLanguage } from '../../state/preferences.ts';
import { Button } from '../../ui/button.tsx';
import { handFocusOn } from '../../ui/hand-focus-on.ts';
import { Cluster } from '../../ui/layout.tsx';
import { Notice } from '../../ui/notice.tsx';

/** Asks once, in the language of the browser, whether the citizen wants it; the answer is remembered. */
export function LanguageProposal({ language }: { language: Language }) {
  const { t } = useTranslation('proposal', { lng: language });

  return (
    <section ref={handFocusOn} lang={language} aria-label={t('label')}>
      <Notice tone="info" icon={Languages}>
        <p>{t('text')}</p>
        <Cluster>
          <Button variant="secondary" type="button" onClick={() => chooseLanguage(language)}>
            {t('accept')}
          </Button>
          <Button variant="quiet" type="button" onClick={() => chooseLanguage(SOURCE_LANGUAGE)}>
            {t('decline')}
          </Button>
        </Cluster>
      </Notice>
    </section>
  );
}
