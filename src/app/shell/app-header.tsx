import { Link, useLocation } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ADDRESSES } from '../../parts/addresses.ts';
import { useSession } from '../../state/session.ts';
import { SiteHeader, WordMark } from '../../ui/shell.tsx';
import { Account } from './personal-parts.ts';

export function AppHeader() {
  const { t } = useTranslation('common');
  const citizen = useSession((session) => session.citizen);
  const pathname = useLocation({ select: (location) => location.pathname });
  const isWriting = /^\/(rascunhos|digitalizar)\//.test(pathname);
  const isReading = pathname === ADDRESSES.statistics || pathname === ADDRESSES.waiting;
  // *Definições* shows **Terminar sessão** at every width; a second button of that name would be one too many.
  const hasOwnWayOut = pathname === ADDRESSES.settings;

  return (
    <SiteHeader
      home={
        <Link to="/" activeOptions={{ exact: true }}>
          <WordMark text={t('home')} />
        </Link>
      }
      navLabel={t('nav.label')}
      items={[
        <Link key="requests" to={ADDRESSES.requests} aria-current={isReading ? 'page' : undefined}>
          {t('nav.requests')}
        </Link>,
        <Link
          key="new"
          to={ADDRESSES.newDraft}
          // Preloading would make the id of a draft that nobody asked for.
          preload={false}
          aria-current={isWriting ? 'page' : undefined}
        >
          {t('nav.newRequest')}
        </Link>,
        <Link key="help" to={ADDRESSES.help}>
          {t('nav.help')}
        </Link>,
        <Link key="settings" to={ADDRESSES.settings}>
          {t('nav.settings')}
        </Link>,
      ]}
      account={citizen && <Account name={citizen.name} hasOwnWayOut={hasOwnWayOut} />}
    />
  );
}
