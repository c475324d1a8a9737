import { Link } from '@tanstack/react-router';
import { type ReactNode, useContext } from 'react';
import { useTranslation } from 'react-i18next';
import { DatabaseContext, useOwn } from '../../db/core/database-context.ts';
import { isCitizen } from '../../db/core/occupant.ts';
import { ADDRESSES } from '../../parts/addresses.ts';
import { chooseLanguage, LANGUAGE_OPTIONS, usePreferences } from '../../state/preferences.ts';
import { useSession } from '../../state/session.ts';
import { Page } from '../../ui/page.tsx';
import { RadioGroup } from '../../ui/radio-group.tsx';
import { Stack } from '../../ui/stack.tsx';
import { SummaryList } from '../../ui/summary-list.tsx';
import { EraseAll } from './erase-all.tsx';
import { KeepDraftsSetting } from './keep-drafts-setting.tsx';
import { KeptHere } from './kept-here.tsx';
import { LookSettings } from './look-settings.tsx';
import { NewsSetting } from './news-setting.tsx';
import type { ReadSettings } from './read-settings.ts';

interface SettingsPageProps {
  /** What was read before the page is shown. */
  initial: ReadSettings | null;
  /** **Terminar sessão**, when there is a session to end. */
  signOut: ReactNode;
  /** **Descarregar cópia** and **Carregar cópia**, when there is somebody whose copy it would be. */
  copies: ReactNode;
  /** *As minhas sessões*, of whoever is signed in. */
  sessions: ReactNode;
  /** *Avisos por e-mail ou SMS*, of whoever is signed in. */
  newsWish: ReactNode;
  onEraseAll: () => Promise<void>;
}

export function SettingsPage({
  initial,
  signOut,
  copies,
  sessions,
  newsWish,
  onEraseAll,
}: SettingsPageProps) {
  const { t } = useTranslation(['settings', 'common']);
  const db = useContext(DatabaseContext);
  const own = useOwn(initial);
  return (
    <Page title={t('common:pageTitle', { page: t('heading') })} heading={t('heading')}>
      <Stack gap={4}>
        <section>
          <h2>{t('language.heading')}</h2>
          <LanguageSetting />
        </section>
        <section>
          <h2>{t('look.heading')}</h2>
          <LookSettings />
        </section>
        {isCitizen(db) && (
          <section>
            <h2>{t('news.heading')}</h2>
            <NewsSetting initial={own?.wantsNews} />
          </section>
        )}
        {isCitizen(db) && (
          <section>
            <h2>{t('mail.heading')}</h2>
            {newsWish}
          </section>
        )}
        <section>
          <h2>{t('kept.heading')}</h2>
          {db ? <KeptHere initial={own} /> : <p>{t('kept.nobody')}</p>}
          <EraseAll onErase={onEraseAll} />
        </section>
        {isCitizen(db) && (
          <section>
            <h2>{t('account.heading')}</h2>
            <KeepDraftsSetting initial={own} />
          </section>
        )}
        {db && (
          <section>
            <h2>{t('copies.heading')}</h2>
            <p>{t('copies.text')}</p>
            {copies}
          </section>
        )}
        <section>
          <h2>{t('session.heading')}</h2>
          <SessionSetting />
          {signOut}
        </section>
        {isCitizen(db) && (
          <section>
            <h2>{t('sessions.heading')}</h2>
            {sessions}
          </section>
        )}
      </Stack>
    </Page>
  );
}

function LanguageSetting() {
  const { t } = useTranslation('settings');
  const language = usePreferences((preferences) => preferences.language);
  return (
    <RadioGroup
      id="language"
      name="language"
      legend={t('language.legend')}
      hint={t('language.hint')}
      options={LANGUAGE_OPTIONS}
      value={language}
      onChange={chooseLanguage}
    />
  );
}

function SessionSetting() {
  const { t } = useTranslation('settings');
  const citizen = useSession((session) => session.citizen);
  if (!citizen) {
    return (
      <p>
        {t('session.nobody')} <Link to={ADDRESSES.signIn}>{t('session.signIn')}</Link>
      </p>
    );
  }
  return (
    <SummaryList
      rows={[
        { term: t('session.citizen'), value: citizen.name },
        { term: t('session.niss'), value: citizen.maskedNiss },
        {
          term: t('session.shared'),
          value: citizen.shared ? t('session.sharedYes') : t('session.sharedNo'),
        },
      ]}
    />
  );
}
