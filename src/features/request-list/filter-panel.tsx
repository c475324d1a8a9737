import { useTranslation } from 'react-i18next';
import {
  type Choice,
  type Facets,
  REQUEST_ORDERS,
  type RequestQuery,
} from '../../db/search/request-query.ts';
import { REQUEST_KINDS } from '../../domain/request-kind.ts';
import { REQUEST_STATES } from '../../domain/request-state.ts';
import { Checkbox } from '../../ui/checkbox.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import { TextField } from '../../ui/text-field.tsx';
import styles from './request-list.module.css';
import { TopicFilter } from './topic-filter.tsx';

interface FilterPanelProps {
  query: RequestQuery;
  facets: Facets;
  onChange: (change: Partial<RequestQuery>) => void;
}

/** Everything by which the list can be narrowed, with how many requests each choice would leave. */
export function FilterPanel({ query, facets, onChange }: FilterPanelProps) {
  const { t } = useTranslation('requests');
  const countOf = (choices: Choice[], id: string) => choices.find((choice) => choice.id === id)?.count ?? 0;
  const option = <Id extends string>(value: Id, label: string, count: number) => ({
    value,
    label: t('find.choice', { label, count }),
  });
  const all = t('find.all');
  return (
    <fieldset id="list-filters" className={styles.filters}>
      <legend>{t('find.filters')}</legend>
      <SelectField
        id="filter-state"
        label={t('find.state')}
        placeholder={all}
        options={REQUEST_STATES.map((id) => option(id, t(`state.${id}`), countOf(facets.states, id)))}
        value={query.state}
        onChange={(state) => onChange({ state: state || null })}
      />
      <TopicFilter
        topicId={query.topicId}
        topics={facets.topics}
        onChange={(topicId) => onChange({ topicId })}
      />
      <SelectField
        id="filter-kind"
        label={t('find.kind')}
        placeholder={all}
        options={REQUEST_KINDS.map((id) => option(id, t(`kind.${id}`), countOf(facets.kinds, id)))}
        value={query.kind}
        onChange={(kind) => onChange({ kind: kind || null })}
      />
      {(facets.people.length > 1 || query.personId !== null) && (
        <SelectField
          id="filter-person"
          label={t('find.person')}
          placeholder={all}
          options={facets.people.map(({ id, label, count }) => option(id, label || t('find.self'), count))}
          value={query.personId}
          onChange={(personId) => onChange({ personId: personId || null })}
        />
      )}
      <TextField
        id="filter-from"
        type="date"
        label={t('find.from')}
        value={query.from ?? ''}
        onChange={(event) => onChange({ from: event.currentTarget.value || null })}
      />
      <TextField
        id="filter-until"
        type="date"
        label={t('find.until')}
        value={query.until ?? ''}
        onChange={(event) => onChange({ until: event.currentTarget.value || null })}
      />
      <SelectField
        id="filter-order"
        label={t('find.order')}
        options={REQUEST_ORDERS.map((id) => ({ value: id, label: t(`find.orders.${id}`) }))}
        value={query.order}
        onChange={(order) => onChange({ order })}
      />
      <Checkbox
        id="filter-unread"
        label={t('find.unreadOnly', { count: facets.unread })}
        checked={query.unreadOnly}
        onChange={(unreadOnly) => onChange({ unreadOnly })}
      />
    </fieldset>
  );
}
