import { Link } from '@tanstack/react-router';
import { type ReactNode, useContext } from 'react';
import { useTranslation } from 'react-i18next';
import { megabytes } from '../../../shared/format-bytes.ts';
import { DatabaseContext, useOwn } from '../../db/core/database-context.ts';
import { isCitizen } from '../../db/core/occupant.ts';
import { useQuery } from '../../db/core/use-query.ts';
import { readLocalData } from '../../db/storage/local-data.ts';
import { ADDRESSES } from '../../parts/addresses.ts';
import { useHashFocus } from '../../parts/use-hash-focus.ts';
import { chooseLanguage, LANGUAGE_OPTIONS, usePreferences } from '../../state/preferences.ts';
import { useSession } from '../../state/session.ts';
import { Indexed } from '../../ui/indexed.tsx';
import { Page } from '../../ui/page.tsx';
import { RadioGroup } from '../../ui/radio-group.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { SummaryList } from '../../ui/summary-list.tsx';
import { EraseAll } from './erase-all.tsx';
import { KeepDraftsSetting } from './keep-drafts-setting.tsx';
import { LookSettings } from './look-settings.tsx';
import { type ReadSettings, readStorageUse } from './read-settings.ts';

interface SettingsPageProps {
  /** The settings as they were read before the page is shown. */
  initial: ReadSettings | null;
  /** **Terminar sessão**; empty when there is no session. */
  signOut: ReactNode;
  /** **Descarregar cópia** and **Carregar cópia**; empty when there is nobody whose copy it would be. */
  copies: ReactNode;
  /** **As minhas sessões**, for a signed-in citizen. */
  sessions: ReactNode;
  /** The parts of e-Clic that open without a connection on this device; everybody can see them. */
  offlineFiles: ReactNode;
  /** **Avisos**: on this device, and by e-mail or SMS. */
  news: ReactNode;
  /** **Instalar o e-Clic**. */
  install: ReactNode;
  onEraseAll: () => Promise<boolean>;
}

interface Section {
  id: string;
  heading: string;
  content: ReactNode;
}

export function SettingsPage(props: SettingsPageProps) {
  const { t } = useTranslation(['settings', 'common']);
  const sections = useSections(props);
  useHashFocus();
  return (
    <Page title={t('common:pageTitle', { page: t('heading') })} heading={t('heading')} width="wide">
      <Indexed label={t('index')} sections={sections}>
        {sections.map(({ id, heading, content }) => (
          <section key={id}>
            <h2 id={id} tabIndex={-1}>
              {heading}
            </h2>
            {content}
          </section>
        ))}
      </Indexed>
    </Page>
  );
}

/** Returns the sections for a citizen, for a guest, or for nobody. */
function useSections({
  initial,
  signOut,
  copies,
  sessions,
  offlineFiles,
  news,
  install,
  onEraseAll,
}: SettingsPageProps): Section[] {
  const { t } = useTranslation('settings');
  const db = useContext(DatabaseContext);
  const own = useOwn(initial);
  const copiesContent = (
    <>
      <p>{t('copies.text')}</p>
      {copies}
    </>
  );
  const ofCitizens = (section: Section) => (isCitizen(db) ? [section] : []);
  return [
    { id: 'idioma', heading: t('language.heading'), content: <LanguageSetting /> },
    { id: 'aspeto', heading: t('look.heading'), content: <LookSettings /> },
    ...ofCitizens({ id: 'avisos', heading: t('news.heading'), content: news }),
    { id: 'instalar', heading: t('install.heading'), content: install },
    {
      id: 'neste-dispositivo',
      heading: t('kept.heading'),
      content: (
        <>
          {db ? <KeptHere initial={own} /> : <p>{t('kept.nobody')}</p>}
          <EraseAll onErase={onEraseAll} />
          <h3>{t('offline.heading')}</h3>
          {offlineFiles}
        </>
      ),
    },
    ...ofCitizens({
      id: 'na-conta',
      heading: t('account.heading'),
      content: <KeepDraftsSetting initial={own} />,
    }),
    ...(db ? [{ id: 'copias', heading: t('copies.heading'), content: copiesContent }] : []),
    {
      id: 'sessao',
      heading: t('session.heading'),
      content: (
        <>
          <SessionSetting />
          {signOut}
        </>
      ),
    },
    ...ofCitizens({ id: 'sessoes', heading: t('sessions.heading'), content: sessions }),
  ];
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
  const { citizen, isShared } = useSession();
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
          value: isShared ? t('session.sharedYes') : t('session.sharedNo'),
        },
      ]}
    />
  );
}

/** Says what e-Clic keeps on this device, how much room that takes, and whether the browser has promised to keep it. */
function KeptHere({ initial }: { initial: ReadSettings | undefined }) {
  const { t, i18n } = useTranslation('settings');
  const kept = useQuery(readLocalData, [], initial?.kept);
  const storage = useQuery(readStorageUse, [], initial?.storage);
  if (!kept || !storage) return <Skeleton label={t('kept.reading')} />;

  const { used, persistence } = storage;
  const amount = used === null ? null : megabytes(used).toLocaleString(i18n.language);
  return (
    <SummaryList
      rows={[
        {
          term: t('kept.drafts'),
          value: t('kept.draftCount', { count: kept.inAccount.length + kept.onlyHere.length }),
        },
        { term: t('kept.waiting'), value: t('kept.sendCount', { count: kept.waiting }) },
        { term: t('kept.requests'), value: t('kept.count', { count: kept.requests }) },
        {
          term: t('kept.storage'),
          value: amount === null ? t('kept.unknown') : t('kept.megabytes', { amount }),
        },
        { term: t('kept.promise'), value: t(`kept.persistence.${persistence}`) },
      ]}
    />
  );
}
