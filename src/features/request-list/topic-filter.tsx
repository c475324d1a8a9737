import { useTranslation } from 'react-i18next';
import { type Choice, type TopicGroup, UNKNOWN_TOPIC } from '../../db/search/request-query.ts';
import { SelectField } from '../../ui/select-field.tsx';

interface TopicFilterProps {
  /** Of a life event or of one of its subjects. */
  topicId: string | null;
  topics: TopicGroup[];
  onChange: (topicId: string | null) => void;
}

/** Level by level as in the topic itself, so that none offers more than a person can take in at once. */
export function TopicFilter({ topicId, topics, onChange }: TopicFilterProps) {
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
