import type { DraftTopic } from '../contract/types.ts';
import type { CitizenDatabase } from '../src/db/core/citizen-database.ts';
import { type DraftPatch, newDraft } from '../src/db/drafts/draft-edit.ts';
import { TopicPicker } from '../src/features/topic-picker/topic-picker.tsx';
import { NOON } from './builders.ts';
import { renderFeature } from './render-feature.tsx';

/** Renders the topic picker of a draft that asks for information. `savedTopic` returns what it saved last. */
export async function renderTopicPicker(db: CitizenDatabase, said: DraftPatch = {}, error?: string) {
  const draft = { ...newDraft('d', 'a', NOON), kind: 'information' as const, ...said };
  let saved: DraftTopic = draft.topic;
  const save = (topic: DraftTopic) => {
    saved = topic;
  };
  const picker = <TopicPicker draft={draft} error={error} hasFailed={false} onSave={save} />;
  const rendered = await renderFeature(picker, { db });
  await rendered.screen.findByText(/^(Procurar tema|Alterar)$/);
  return { ...rendered, savedTopic: () => saved };
}
