import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.tsx';
import styles from './demo.module.css';
import { DEMO_CMD_MOBILE, DEMO_CMD_PIN, DEMO_CODE, DEMO_PASSWORD, DEMO_PEOPLE } from './demo-people.ts';

/** The made-up people and their secrets, on the sign-in page of demo builds. */
export function DemoAccounts({ onFill }: { onFill: (niss: string, password: string) => void }) {
  const { t, i18n } = useTranslation('demo');
  const names = new Intl.ListFormat(i18n.language);
  const secrets = [
    { term: t('accounts.password'), value: DEMO_PASSWORD },
    { term: t('accounts.code'), value: DEMO_CODE },
    { term: t('accounts.cmdMobile'), value: DEMO_CMD_MOBILE },
    { term: t('accounts.cmdPin'), value: DEMO_CMD_PIN },
  ];
  return (
    <section className={styles.block}>
      <h2>{t('accounts.heading')}</h2>
      <p>{t('accounts.intro')}</p>
      <ul className={styles.accounts}>
        {DEMO_PEOPLE.map((person) => (
          <li key={person.niss}>
            <p>
              <strong>{person.name}</strong>
              <br />
              {t('accounts.niss', { niss: person.niss })}
            </p>
            {person.actsFor.length > 0 && (
              <p>{t('accounts.actsFor', { names: names.format(person.actsFor) })}</p>
            )}
            {person.isNew && <p>{t('accounts.isNew')}</p>}
            <Button variant="secondary" type="button" onClick={() => onFill(person.niss, DEMO_PASSWORD)}>
              {t('accounts.use', { name: person.name })}
            </Button>
          </li>
        ))}
      </ul>
      <dl className={styles.secrets}>
        {secrets.map(({ term, value }) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
