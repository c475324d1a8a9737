import { useTranslation } from 'react-i18next';
import { CMD_MOBILE, PASSWORD, RIGHT_CODE, SIMULATED_PEOPLE, SOFIA_ID } from '../../../domain/simulator.ts';
import { Button } from '../../ui/button.tsx';
import styles from './demo.module.css';

/** The personal number that the page of the simulated Chave Móvel Digital asks for. */
const CMD_PIN = '1234';

/**
 * The made-up people who can sign in. Each has a NISS that is visibly synthetic (no other NISS may be shown in full) and the names of those for whom they act;
 * `isNew` marks a person without requests.
 */
export const DEMO_PEOPLE = SIMULATED_PEOPLE.filter(({ password }) => password !== null).map(
  ({ id, niss, name, represents }) => ({
    niss,
    name,
    actsFor: SIMULATED_PEOPLE.filter((other) => represents.includes(other.id)).map((other) => other.name),
    isNew: id === SOFIA_ID,
  }),
);

/** The made-up people and their secrets, on the sign-in page of demo builds. */
export function DemoAccounts({ onFill }: { onFill: (niss: string, password: string) => void }) {
  const { t, i18n } = useTranslation('demo');
  const names = new Intl.ListFormat(i18n.language);
  const secrets = [
    { term: t('accounts.password'), value: PASSWORD },
    { term: t('accounts.code'), value: RIGHT_CODE },
    { term: t('accounts.cmdMobile'), value: CMD_MOBILE },
    { term: t('accounts.cmdPin'), value: CMD_PIN },
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
            <Button variant="secondary" type="button" onClick={() => onFill(person.niss, PASSWORD)}>
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
