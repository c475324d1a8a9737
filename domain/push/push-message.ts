import { formatDayOfYear } from '../../shared/format-date.ts';

/** The texts of a notification in one language. `until` has a place, `{{day}}`, for the day. */
export interface PushWords {
  title: string;
  until: string;
}

/**
 * A message in the shape that browsers show by themselves (declarative web push), which they know by the number 8030. All news has one shape, so that a
 * glance at a locked screen tells nothing of the request, nor of what has happened to it.
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

/** The tag of all notifications, by which a new one replaces one that is still on the screen. */
export const PUSH_TAG = 'eclic-news';

interface NotificationFacts {
  language: string;
  /** The address of the request. */
  navigate: string;
  /** The last day on which the citizen can reply, yyyy-mm-dd; null when the notification should not name it. */
  until: string | null;
}

export function writePushMessage(
  { title, until: words }: PushWords,
  { language, navigate, until }: NotificationFacts,
): PushMessage {
  const body = until === null ? {} : { body: words.replace('{{day}}', formatDayOfYear(until, language)) };
  return {
    web_push: 8030,
    notification: { title, ...body, lang: language, dir: 'ltr', tag: PUSH_TAG, navigate },
  };
}
