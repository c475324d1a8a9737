import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { REQUEST_KINDS } from '../../../contract/request-words.ts';
import type { OnBehalfOf, RequestKind } from '../../../contract/types.ts';
import type { Profile } from '../../db/core/metadata.ts';
import { AboutRequest } from '../../parts/use-request-rows.tsx';
import { showNotice } from '../../state/notices.ts';
import { Button } from '../../ui/button.tsx';
import { Details } from '../../ui/details.tsx';
import { describeField, FieldError } from '../../ui/field.tsx';
import { Cluster } from '../../ui/layout.tsx';
import { Notice } from '../../ui/notice.tsx';
import { RadioGroup } from '../../ui/radio-group.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import { hasEnded } from './description-issues.ts';

interface AboutFieldProps {
  requestId: string;
  error: string | undefined;
  onChange: (requestId: string | null) => void;
}

/** **Sobre o pedido EC-…**: the request that a draft is about, with a button to remove it. Only drafts that were begun from a request have it. */
export function AboutField({ requestId, error, onChange }: AboutFieldProps) {
  const id = 'aboutRequestId';
  const { t } = useTranslation(['draft', 'requests']);

  function remove() {
    onChange(null);
    showNotice({ text: t('about.removed'), undo: { label: t('undo'), run: () => onChange(requestId) } });
  }

  return (
    <div id={id}>
      <FieldError id={id} error={error} />
      <Cluster>
        <p>
          {t('requests:row.about')} <AboutRequest requestId={requestId} />
        </p>
        <Button
          variant="quiet"
          type="button"
          aria-describedby={describeField({ id, error })}
          onClick={remove}
        >
          {t('about.remove')}
          <VisuallyHidden> {t('about.removeWhat')}</VisuallyHidden>
        </Button>
      </Cluster>
    </div>
  );
}

interface KindFieldProps {
  value: RequestKind | null;
  /** Whether the kind was proposed from the words and the citizen has not chosen yet. */
  isProposed: boolean;
  error: string | undefined;
  complaintWorkingDays: number;
  onChange: (kind: RequestKind) => void;
}

/** The kind of request, with advice for each kind. */
export function KindField(props: KindFieldProps) {
  const { value, isProposed, error, complaintWorkingDays, onChange } = props;
  const { t } = useTranslation('draft');
  return (
    <>
      <RadioGroup
        id="kind"
        name="kind"
        isCompact
        legend={t('kind.label')}
        hint={value && isProposed ? t('kind.proposed', { kind: t(`kind.${value}`) }) : undefined}
        value={value}
        error={error}
        onChange={onChange}
        options={REQUEST_KINDS.map((kind) => ({
          value: kind,
          label: t(`kind.${kind}`),
          hint: t(`kind.${kind}Hint`),
        }))}
      />
      {value === 'documents' && (
        <Notice tone="info">
          <p>{t('documents.text')}</p>
        </Notice>
      )}
      {/* A citizen who complains in the wrong place may miss a legal deadline: the summary, which is never folded, says so. */}
      {value === 'complaint' && (
        <Notice tone="info">
          <Details summary={t('complaint.summary')}>
            <p>{t('complaint.decision')}</p>
            <p>{t('complaint.service')}</p>
            <p>{t('complaint.report')}</p>
            <p>{t('complaint.deadline', { count: complaintWorkingDays })}</p>
            <p>{t('complaint.other')}</p>
            <ul>
              <li>{t('complaint.yellowBook')}</li>
              <li>{t('complaint.ombudsman')}</li>
              <li>{t('complaint.phone')}</li>
            </ul>
          </Details>
        </Notice>
      )}
    </>
  );
}

const SELF = 'self';

interface OnBehalfFieldProps {
  id: string;
  /** Null for a guest, and while the representations are unknown. */
  profile: Profile | null;
  value: OnBehalfOf | null;
  error: string | undefined;
  onChange: (onBehalfOf: OnBehalfOf | null) => void;
}

/** The field **Em nome de**. It is shown to citizens who may act for somebody, or could when the draft was written. */
export function OnBehalfField({ id, profile, value, error, onChange }: OnBehalfFieldProps) {
  const { t } = useTranslation('draft');
  const [wasForAnother] = useState(value !== null);
  if (!profile) return null;
  const { citizen, representations } = profile;
  const others: OnBehalfOf[] = representations.map(({ id: personId, name }) => ({ id: personId, name }));
  const isOver = hasEnded(value, representations);
  // A representation that has ended stays among the options until another is chosen; after that it cannot be chosen again.
  if (value && isOver) others.push(value);
  // The field stays after the citizen has chosen to write for themselves, so that the focus is not lost.
  if (others.length === 0 && !wasForAnother) return null;
  const self = citizen.holder === 'person' ? 'onBehalfOf.self' : 'onBehalfOf.selfOrganisation';
  return (
    <SelectField
      id={id}
      label={t('onBehalfOf.label')}
      hint={
        isOver && !error ? (
          <Notice tone="warning">
            <p>{t('onBehalfOf.ended', { name: value?.name })}</p>
          </Notice>
        ) : undefined
      }
      error={error}
      value={value?.id ?? SELF}
      options={[
        { value: SELF, label: t(self, { name: citizen.name }) },
        ...others.map((other) => ({ value: other.id, label: other.name })),
      ]}
      onChange={(chosen) => onChange(others.find((other) => other.id === chosen) ?? null)}
    />
  );
}
