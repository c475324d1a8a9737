import { useTranslation } from 'react-i18next';
import { GLOSSARY_IDS } from '../../domain/glossary.ts';
import { formatDay } from '../../lib/format-date.ts';
import { buttonClass } from '../../ui/button.tsx';
import { Page } from '../../ui/page.tsx';
import { Stack } from '../../ui/stack.tsx';
import { CONTENT_DATE } from './content-date.ts';
import styles from './help.module.css';
import { useHashFocus } from './use-hash-focus.ts';

/** The hard words, by the alphabet of the language they are read in. */
export function GlossaryPage() {
  const { t, i18n } = useTranslation(['glossary', 'legal', 'common']);
  useHashFocus();
  const heading = t('heading');
  const { compare } = new Intl.Collator(i18n.language);
  const terms = GLOSSARY_IDS.map((id) => ({ id, ...t(`terms.${id}`, { returnObjects: true }) }));
  terms.sort((a, b) => compare(a.name, b.name));
  return (
    <Page title={t('common:pageTitle', { page: heading })} heading={heading}>
      <Stack gap={4}>
        <p>{t('intro')}</p>
        <p>{t('legal:updated', { date: formatDay(CONTENT_DATE, i18n.language) })}</p>
        <nav aria-label={t('index')}>
          <ul className={styles.index}>
            {terms.map(({ id, name }) => (
              <li key={id}>
                <a href={`#${id}`} className={buttonClass('quiet')}>
                  {name}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        <dl>
          {terms.map(({ id, name, meaning }) => (
            <div key={id}>
              <dt id={id} tabIndex={-1} className={styles.term}>
                {name}
              </dt>
              <dd className={styles.meaning}>{meaning}</dd>
            </div>
          ))}
        </dl>
      </Stack>
    </Page>
  );
}
