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
import { Indexed } from '../../ui/indexed.tsx';
import { Cluster } from '../../ui/layout.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import styles from './demo.module.css';
import { DEMO_PEOPLE } from './demo-accounts.tsx';
import { FaultsPart, NumberField, readWholeNumber } from './faults-part.tsx';
import { OfficePart } from './office-part.tsx';
import { type RunDemo, useDemo } from './use-demo.ts';

const STEPS_WORKING_DAYS = [1, 5, 10];
const MOST_WORKING_DAYS = 250;
const MOST_REQUESTS = 10_000;
const OPTIONS = DEMO_PEOPLE.map(({ niss, name }) => ({ value: niss, label: name }));

const PARTS = ['clock', 'office', 'faults', 'representation', 'seed', 'reset'] as const;

/** Controls the pretend server; it is not in production builds. `initial` is the server's state when the page was opened. */
export function DemoPanel({ initial }: { initial: DemoState | null }) {
  const { t } = useTranslation(['demo', 'common', 'legal']);
  const { state, hasFailed, run } = useDemo(initial);
  const title = t('title');
  const parts = state && {
    clock: <ClockPart now={state.now} run={run} />,
    office: <OfficePart requests={state.requests} run={run} />,
    faults: <FaultsPart faults={state.faults} run={run} />,
    representation: <RepresentationPart of={state.representations} run={run} />,
    seed: <SeedPart run={run} />,
    reset: <ResetPart run={run} />,
  };
  const sections = PARTS.map((part) => ({ part, id: `demo-${part}`, heading: t(`${part}.heading`) }));
  return (
    <Page title={t('common:pageTitle', { page: title })} heading={title} width="wide">
      <Indexed label={t('legal:index')} sections={sections}>
        <p>{t('intro')}</p>
        {hasFailed && (
          <Notice tone="warning">
            <p>{t('failed')}</p>
          </Notice>
        )}
        {parts
          ? sections.map(({ part, id, heading }) => (
              <section key={part}>
                <h2 id={id} tabIndex={-1}>
                  {heading}
                </h2>
                {parts[part]}
              </section>
            ))
          : !hasFailed && <Skeleton label={t('loading')} />}
      </Indexed>
    </Page>
  );
}

function ClockPart({ now, run }: { now: string; run: RunDemo }) {
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
    <>
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
    </>
  );
}

/** Begins and ends representations, as either side may do at any time without the app hearing of it. */
function RepresentationPart({ of, run }: { of: DemoRepresentation[]; run: RunDemo }) {
  const { t } = useTranslation('demo');
  return (
    <>
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
    </>
  );
}

function SeedPart({ run }: { run: RunDemo }) {
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
  );
}

function ResetPart({ run }: { run: RunDemo }) {
  const { t } = useTranslation('demo');
  return (
    <>
      <p>{t('reset.hint')}</p>
      <Button variant="danger" type="button" onClick={() => run(resetDemo)}>
        {t('reset.button')}
      </Button>
    </>
  );
}
