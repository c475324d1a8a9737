import { Link } from '@tanstack/react-router';
import { useContext } from 'react';
import { useTranslation } from 'react-i18next';
import { DatabaseContext } from '../../db/core/database-context.ts';
import { ADDRESSES, listAddress } from '../../parts/addresses.ts';
import { Notice } from '../../ui/notice.tsx';
import { Stack } from '../../ui/stack.tsx';
import type { WhyNothing } from './shared-here.ts';

/** Says why there is nothing to add to a draft, and what the citizen can do instead. */
export function NothingShared({ why }: { why: WhyNothing }) {
  const { t } = useTranslation('share');
  const db = useContext(DatabaseContext);
  return (
    <Stack gap={3}>
      <Notice tone="info" title={t(`nothing.${why}.title`)}>
        <p>{t(`nothing.${why}.text`)}</p>
      </Notice>
      <p>
        <Link to={db ? listAddress(db) : ADDRESSES.requests}>{t('nothing.goOn')}</Link>
      </p>
    </Stack>
  );
}
