import { findWritten, type Instead } from './find-written.ts';

/** English phrases that only copy the Portuguese sentence, and what to write instead. */
const INSTEAD: Instead = [
  [/\bwhoever\b/iu, 'if you, people who'],
  [/\bneed not\b/iu, 'do not need to'],
  [/\bof (its|their|your) own accord\b/iu, 'automatically'],
  [/\bas a rule\b/iu, 'usually'],
  [/\bclear up\b/iu, 'ask a question'],
  [/(?<!\{)\bdoubts?\b/iu, 'question'],
  [/\bmend(s|ed|ing)?\b/iu, 'correct, add what is missing'],
  [/\b(fil|lodg|present)(e|es|ed|ing)? an? (\w+ )?complaint/iu, 'make a complaint'],
  [/\bInternet\b/u, 'internet'],
  [/\b[ap]\.m\./iu, '9 am'],
  [/\b(days|weeks) in a row\b/iu, 'calendar days'],
  [
    /\b(apologi|authori|organi|recogni|summari)z(e|i|ation)|\b(behavior|canceled|center|color|favor|gray)/iu,
    'organisation, and other words as the British spell them',
  ],
];

export function findWrongEnglish(texts: ReadonlyMap<string, string>): string[] {
  return findWritten(INSTEAD, texts);
}
