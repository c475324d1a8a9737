import { formatDayOfYear } from '../../shared/format-date.ts';

/** In one language. `until` has a place for the day. */
export interface PushWords {
  title: string;
  until: string;
}

/**
 * As browsers show it by themselves (declarative web push): the number is the one by which they know it. One shape for all news, so that a glance at a
 * locked screen tells nothing of the request, nor of what has happened to it.
 */
export interface PushMessage {
  web_push: 8030;
  notification: {
    title: string;
    body?: string;
    lang: string;
    dir: 'ltr';
    tag: string;
    navigate: string;
  };
}

/** By which one that is still on the screen gives way to the next. */
export const PUSH_TAG = 'eclic-news';

interface Told {
  language: string;
  /** The address of the request. */
  navigate: string;
  /** The last day on which the citizen can answer, yyyy-mm-dd, where that is to be said. */
  until: string | null;
}

export function writePushMessage(
  { title, until: words }: PushWords,
  { language, navigate, until }: Told,
): PushMessage {
  const body = until === null ? {} : { body: words.replace('{{day}}', formatDayOfYear(until, language)) };
  return {
    web_push: 8030,
    notification: { title, ...body, lang: language, dir: 'ltr', tag: PUSH_TAG, navigate },
  };
}
