import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import type { Labelled, Topics } from '../../contract/types.ts';
import { publishTopics } from '../../domain/topics/bundled-topics.ts';
import labels from '../../locales/pt-PT/topics.json' with { type: 'json' };
import { ownValue } from '../../shared/own-value.ts';

/** The longest texts that the contract allows. */
const VERSION_MAX = 40;
const ID_MAX = 80;
const LABEL_MAX = 300;

interface Named {
  id: string;
  label?: string | undefined;
}

const text = (max: number) =>
  v.pipe(
    v.string('must be text'),
    v.minLength(1, 'must not be empty'),
    v.maxLength(max, `must not be longer than ${max} characters`),
  );

const listOf = <Item extends v.GenericSchema<Named>>(item: Item) =>
  v.pipe(
    v.array(item, 'must be a list'),
    v.minLength(1, 'must not be empty'),
    v.check((all) => new Set(all.map(({ id }) => id)).size === all.length, 'names an id twice'),
  );

const named = { id: text(ID_MAX), label: v.optional(text(LABEL_MAX)) };

/** A tree in the form of `contract/topics.json`, with labels for topics that e-Clic does not know. */
const tree = v.object({
  version: text(VERSION_MAX),
  lifeEvents: listOf(v.object({ ...named, subjects: listOf(v.object(named)) })),
  reasons: listOf(v.object(named)),
});

/** Returns the tree of topics that apps get: e-Clic's own, or that of a file. Returns a sentence when the file is not right. */
export function readTopics(file: string | null): Topics | string {
  if (file === null) return publishTopics(labels);
  const read = v.safeParse(tree, parse(file));
  if (!read.success) {
    const [issue] = read.issues;
    return `TOPICS_FILE: ${v.getDotPath(issue) ?? 'what is in it'} ${issue.message}.`;
  }
  const { version, lifeEvents, reasons } = read.output;
  const topics = {
    version,
    lifeEvents: lifeEvents.map((lifeEvent) => ({
      ...withLabel(lifeEvent, labels.lifeEvent),
      subjects: lifeEvent.subjects.map((subject) => withLabel(subject, labels.subject)),
    })),
    reasons: reasons.map((reason) => withLabel(reason, labels.reason)),
  };
  const all = [
    ...topics.lifeEvents,
    ...topics.lifeEvents.flatMap(({ subjects }) => subjects),
    ...topics.reasons,
  ];
  const nameless = all.find(({ label }) => label === '');
  return nameless ? `TOPICS_FILE: ${nameless.id} needs a label: e-Clic has none for it.` : topics;
}

/** Takes the label of the file, or that of e-Clic's own tree; empty when there is neither. */
function withLabel({ id, label }: Named, known: Readonly<Record<string, string>>): Labelled {
  return { id, label: label ?? ownValue(known, id) ?? '' };
}

/** Returns undefined when the file is missing or is no JSON. */
function parse(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}
