import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { moveDemoClock } from '../../api/demo-calls.ts';
import { formatDateTime } from '../../lib/format-date.ts';
import { Button } from '../../ui/button.tsx';
import { Cluster } from '../../ui/cluster.tsx';
import styles from './demo.module.css';
import { NumberField, readWholeNumber } from './number-field.tsx';
import type { RunDemo } from './use-demo.ts';

const STEPS_WORKING_DAYS = [1, 5, 10];
const MOST_WORKING_DAYS = 250;

export function ClockSection({ now, run }: { now: string; run: RunDemo }) {
  const { t, i18n } = useTranslation('demo');
  const [days, setDays] = useState('');
  const [isWrong, setIsWrong] = useState(false);

  function move(workingDays: number) {
    return run((api) => moveDemoClock(api, workingDays));
  }

  async function moveAsTyped(event: FormEvent) {
    event.preventDefault();
    const workingDays = readWholeNumber(days, 1, MOST_WORKING_DAYS);
    setIsWrong(workingDays === null);
    if (workingDays !== null) await move(workingDays);
  }

  return (
    <section>
      <h2>{t('clock.heading')}</h2>
      <p>{t('clock.now', { moment: formatDateTime(now, i18n.language) })}</p>
      <Cluster>
        {STEPS_WORKING_DAYS.map((count) => (
          <Button key={count} variant="secondary" type="button" onClick={() => move(count)}>
            {t('clock.forward', { count })}
          </Button>
        ))}
      </Cluster>
      <form noValidate onSubmit={moveAsTyped} className={styles.form}>
        <NumberField
          id="demo-days"
          label={t('clock.days')}
          value={days}
          onChange={setDays}
          error={isWrong ? t('clock.daysWrong') : undefined}
        />
        <Button variant="secondary" type="submit">
          {t('clock.move')}
        </Button>
      </form>
    </section>
  );
}
