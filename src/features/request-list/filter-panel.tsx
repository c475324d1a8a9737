import { useTranslation } from 'react-i18next';
import { REQUEST_KINDS, REQUEST_STATES } from '../../../contract/request-words.ts';
import {
  type Choice,
  type Facets,
  REQUEST_ORDERS,
  type RequestQuery,
  type TopicGroup,
  UNKNOWN_TOPIC,
} from '../../db/search/request-query.ts';
import { Checkbox } from '../../ui/checkbox.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import { DateField } from '../../ui/text-field.tsx';
import styles from './finding.module.css';

interface FilterPanelProps {
  query: RequestQuery;
  /** Null until the requests are counted. */
  facets: Facets | null;
  onChange: (change: Partial<RequestQuery>) => void;
}

/** All filters of the list, each choice with the number of requests that it would leave. */
export function FilterPanel({ query, facets, onChange }: FilterPanelProps) {
  const { t } = useTranslation('requests');
  const people = facets?.people ?? [];
  const counted = (label: string, count: number | undefined) =>
    count === undefined ? label : t('find.choice', { label, count });
  const option = <Id extends string>(value: Id, label: string, choices: Choice[] | undefined) => ({
    value,
    label: counted(label, choices && (choices.find(({ id }) => id === value)?.count ?? 0)),
  });
  const all = t('find.all');
  return (
    <fieldset id="list-filters" className={styles.filters}>
      <legend>{t('find.filters')}</legend>
      <SelectField
        id="filter-state"
        label={t('find.state')}
        placeholder={all}
        options={REQUEST_STATES.map((id) => option(id, t(`state.${id}`), facets?.states))}
        value={query.state}
        onChange={(state) => onChange({ state: state || null })}
      />
      <TopicFilter
        topicId={query.topicId}
        topics={facets?.topics ?? []}
        onChange={(topicId) => onChange({ topicId })}
      />
      <SelectField
        id="filter-kind"
        label={t('find.kind')}
        placeholder={all}
        options={REQUEST_KINDS.map((id) => option(id, t(`kind.${id}`), facets?.kinds))}
        value={query.kind}
        onChange={(kind) => onChange({ kind: kind || null })}
      />
      {(people.length > 1 || query.personId !== null) && (
        <SelectField
          id="filter-person"
          label={t('find.person')}
          placeholder={all}
          options={people.map(({ id, label }) => option(id, label || t('find.self'), people))}
          value={query.personId}
          onChange={(personId) => onChange({ personId: personId || null })}
        />
      )}
      {(['from', 'until'] as const).map((end) => (
        <DateField
          key={end}
          id={`filter-${end}`}
          label={t(`find.${end}`)}
          value={query[end] ?? ''}
          onChange={(event) => onChange({ [end]: event.currentTarget.value || null })}
        />
      ))}
      <SelectField
        id="filter-order"
        label={t('find.order')}
        options={REQUEST_ORDERS.map((id) => ({ value: id, label: t(`find.orders.${id}`) }))}
        value={query.order}
        onChange={(order) => onChange({ order })}
      />
      <Checkbox
        id="filter-unread"
        label={counted(t('find.unreadOnly'), facets?.unread)}
        checked={query.unreadOnly}
        onChange={(unreadOnly) => onChange({ unreadOnly })}
      />
    </fieldset>
  );
}

interface TopicFilterProps {
  /** The id of a life event or of one of its subjects. */
  topicId: string | null;
  topics: TopicGroup[];
  onChange: (topicId: string | null) => void;
}

/** A filter for each level of the topic, so that no list is longer than a person can take in at once. */
function TopicFilter({ topicId, topics, onChange }: TopicFilterProps) {
  const { t } = useTranslation(['requests', 'topic']);
  const isIn = (group: TopicGroup) => group.id === topicId || group.subjects.some(({ id }) => id === topicId);
  const lifeEvent = topics.find(isIn);
  const option = ({ id, label, count }: Choice) => ({
    value: id,
    label: t('find.choice', { label: id === UNKNOWN_TOPIC ? t('topicUnknown') : label, count }),
  });
  return (
    <>
      <SelectField
        id="filter-topic"
        label={t('find.topic')}
        placeholder={t('find.all')}
        options={topics.map(option)}
        value={lifeEvent?.id}
        onChange={(id) => onChange(id || null)}
      />
      {lifeEvent && lifeEvent.subjects.length > 0 && (
        <SelectField
          id="filter-subject"
          label={t('topic:subject')}
          placeholder={t('find.all')}
          options={lifeEvent.subjects.map(option)}
          value={topicId === lifeEvent.id ? '' : topicId}
          onChange={(id) => onChange(id || lifeEvent.id)}
        />
      )}
    </>
  );
}
