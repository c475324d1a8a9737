import type { DraftTopic, Labelled, Topic } from '../../contract/types.ts';
import { ownValue } from '../../shared/own-value.ts';
import { inLabels, type ReaderLabels } from './reader-topic.ts';
import type { TopicLabels } from './search-topics.ts';
import type { TopicChoice, TopicTree } from './topic.ts';

/** A topic as drafts and requests keep it, with its labels, so that an old path still shows when the tree changes. */
type WrittenTopic = NonNullable<DraftTopic>;

export function writeTopic(choice: TopicChoice, tree: TopicTree, labels: TopicLabels): WrittenTopic {
  if (choice.status === 'unknown') return choice;
  const { version } = tree;
  const lifeEvent = labelled(choice.lifeEventId, labels.lifeEvent);
  const subject = choice.subjectId === null ? null : labelled(choice.subjectId, labels.subject);
  const reason = choice.reasonId === null ? null : labelled(choice.reasonId, labels.reason);
  if (subject && reason) return { status: 'known', version, lifeEvent, subject, reason };
  return { status: 'begun', version, lifeEvent, subject, reason };
}

/** Whether a request may be submitted with this topic; with *Não sei qual é o tema* it always may. */
export function isChosen(topic: DraftTopic): topic is Topic {
  return topic !== null && topic.status !== 'begun';
}

/** Writes *Evento de vida › Assunto › Motivo*, in the labels that the topic keeps. */
export function topicPath({ lifeEvent, subject, reason }: Extract<Topic, { status: 'known' }>): string {
  return [lifeEvent, subject, reason].map(({ label }) => label).join(' › ');
}

/** Writes the path in the labels that the topic keeps; null where the reader's say the same. */
export function pathAsWritten(topic: Topic, labels: ReaderLabels | undefined): string | null {
  if (topic.status === 'unknown') return null;
  const path = topicPath(topic);
  return path === topicPath(inLabels(topic, labels)) ? null : path;
}

export function readTopic(topic: WrittenTopic | null): TopicChoice | null {
  if (topic === null || topic.status === 'unknown') return topic;
  if (topic.lifeEvent === null) return null;
  return {
    status: topic.status === 'known' ? 'complete' : 'partial',
    lifeEventId: topic.lifeEvent.id,
    subjectId: topic.subject?.id ?? null,
    reasonId: topic.reason?.id ?? null,
  };
}

/** Returns the id with its label; an unknown id is its own label. */
export function labelled(id: string, labels: Record<string, string>): Labelled {
  return { id, label: ownValue(labels, id) ?? id };
}
