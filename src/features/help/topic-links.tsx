import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ADDRESSES } from '../../parts/addresses.ts';

const PAGES = {
  contacts: ADDRESSES.contacts,
  settings: ADDRESSES.settings,
  privacy: ADDRESSES.privacy,
  accessibility: ADDRESSES.accessibility,
} as const;

/** The pages that go on where a topic ends. */
export function TopicLinks({ links }: { links: readonly (keyof typeof PAGES)[] }) {
  const { t } = useTranslation('help');
  return links.map((link) => (
    <p key={link}>
      <Link to={PAGES[link]}>{t(`links.${link}`)}</Link>
    </p>
  ));
}
