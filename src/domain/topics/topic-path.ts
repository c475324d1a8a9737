interface Level {
  label: string;
}

/** *Evento de vida › Assunto › Motivo*, in the words the topic was chosen by. */
export function topicPath(topic: { lifeEvent: Level; subject: Level; reason: Level }): string {
  return [topic.lifeEvent, topic.subject, topic.reason].map(({ label }) => label).join(' › ');
}
