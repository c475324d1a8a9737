import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDateTime } from '../../../shared/format-date.ts';
import {
  type DemoRepresentation,
  type DemoState,
  moveDemoClock,
  resetDemo,
  seedDemo,
  setDemoRepresentation,
} from '../../api/demo-calls.ts';
import { useOnce } from '../../parts/use-once.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Cluster, Stack } from '../../ui/layout.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import styles from './demo.module.css';
import { DEMO_PEOPLE } from './demo-accounts.tsx';
import { FaultsSection, NumberField, readWholeNumber } from './faults-section.tsx';
import { OfficeSection } from './office-section.tsx';
import { type RunDemo, useDemo } from './use-demo.ts';

const STEPS_WORKING_DAYS = [1, 5, 10];
const MOST_WORKING_DAYS = 250;
const MOST_REQUESTS = 10_000;
const OPTIONS = DEMO_PEOPLE.map(({ niss, name }) => ({ value: niss, label: name }));

/** Controls the pretend server; it is not in production builds. `initial` is the server's state when the page was opened. */
export function DemoPanel({ initial }: { initial: DemoState | null }) {
  const { t } = useTranslation(['demo', 'common']);
  const { state, hasFailed, run } = useDemo(initial);
  const title = t('title');
  return (
    <Page title={t('common:pageTitle', { page: title })} heading={title}>
      <Stack gap={4}>
        <p>{t('intro')}</p>
        {hasFailed && (
          <Notice tone="warning">
            <p>{t('failed')}</p>
          </Notice>
        )}
        {state ? (
          <>
            <ClockSection now={state.now} run={run} />
            <OfficeSection requests={state.requests} run={run} />
            <FaultsSection faults={state.faults} run={run} />
            <RepresentationSection of={state.representations} run={run} />
            <SeedSection run={run} />
            <ResetSection run={run} />
          </>
        ) : (
          !hasFailed && <Skeleton label={t('loading')} />
        )}
      </Stack>
    </Page>
  );
}

function ClockSection({ now, run }: { now: string; run: RunDemo }) {
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

/** Begins and ends representations, as either side may do at any time without the app hearing of it. */
function RepresentationSection({ of, run }: { of: DemoRepresentation[]; run: RunDemo }) {
  const { t } = useTranslation('demo');
  return (
    <section>
      <h2>{t('representation.heading')}</h2>
      <p>{t('representation.hint')}</p>
      <ul className={styles.list}>
        {of.map((one) => {
          const { name, representedName: represented, isActive } = one;
          return (
            <Card as="li" key={`${one.citizenId} ${one.representedId}`}>
              <p>{t(isActive ? 'representation.active' : 'representation.ended', { name, represented })}</p>
              <Button
                variant="secondary"
                type="button"
                onClick={() => run((api) => setDemoRepresentation(api, one, !isActive))}
              >
                {t(isActive ? 'representation.end' : 'representation.restore')}
                <VisuallyHidden> {t('representation.what', { represented })}</VisuallyHidden>
              </Button>
            </Card>
          );
        })}
      </ul>
    </section>
  );
}

function SeedSection({ run }: { run: RunDemo }) {
  const { t } = useTranslation('demo');
  const [niss, setNiss] = useState(OPTIONS[0]?.value ?? '');
  const [count, setCount] = useState('10');
  const [isWrong, setIsWrong] = useState(false);
  // Thousands of requests take long.
  const { status, start } = useOnce(add);

  async function add() {
    const howMany = readWholeNumber(count, 1, MOST_REQUESTS);
    setIsWrong(howMany === null);
    if (howMany !== null) await run((api) => seedDemo(api, niss, howMany));
    return false;
  }

  return (
    <section>
      <h2>{t('seed.heading')}</h2>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void start();
        }}
      >
        <SelectField id="demo-who" label={t('seed.who')} options={OPTIONS} value={niss} onChange={setNiss} />
        <NumberField
          id="demo-count"
          label={t('seed.count')}
          value={count}
          onChange={setCount}
          error={isWrong ? t('seed.countWrong') : undefined}
        />
        <Button variant="secondary" type="submit" busy={status === 'running'}>
          {t('seed.add')}
        </Button>
      </form>
    </section>
  );
}

function ResetSection({ run }: { run: RunDemo }) {
  const { t } = useTranslation('demo');
  return (
    <section>
      <h2>{t('reset.heading')}</h2>
      <p>{t('reset.hint')}</p>
      <Button variant="danger" type="button" onClick={() => run(resetDemo)}>
        {t('reset.button')}
      </Button>
    </section>
  );
}
