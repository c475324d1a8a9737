import { Link, useLocation } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { IS_DEMO } from '../../env.ts';
import { ADDRESSES } from '../../parts/addresses.ts';
import { SOURCE_LANGUAGE } from '../../state/kept-preferences.ts';
import { chooseLanguage, LANGUAGE_OPTIONS, usePreferences } from '../../state/preferences.ts';
import { SelectField } from '../../ui/select-field.tsx';
import { SiteFooter } from '../../ui/shell.tsx';

const PAGES = ['accessibility', 'privacy', 'contacts'] as const;

export function AppFooter() {
  const { t } = useTranslation('common');
  const isSettings = useLocation({ select: ({ pathname }) => pathname === ADDRESSES.settings });
  return (
    <SiteFooter
      navLabel={t('footer.label')}
      items={PAGES.map((page) => (
        <Link key={page} to={ADDRESSES[page]}>
          {t(`footer.${page}`)}
        </Link>
      ))}
      body={<p>{t('footer.body')}</p>}
      // *Definições* has a choice of language itself.
      language={!isSettings && <LanguageChoice />}
      demo={
        IS_DEMO && (
          <>
            <span>{t('footer.demoNote')}</span>
            <Link to={ADDRESSES.demo}>{t('footer.demo')}</Link>
          </>
        )
      }
    />
  );
}

function LanguageChoice() {
  const { t, i18n } = useTranslation('common');
  const language = usePreferences((preferences) => preferences.language);
  return (
    <SelectField
      id="footer-language"
      label={t('footer.language')}
      // The hint comes with the words of the language, not with the choice: the field, which has the focus, must not move twice.
      hint={i18n.language === SOURCE_LANGUAGE ? undefined : t('footer.officialText')}
      value={language}
      options={LANGUAGE_OPTIONS}
      onChange={chooseLanguage}
    />
  );
}
