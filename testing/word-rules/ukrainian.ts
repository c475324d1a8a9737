import { findWritten, type Instead } from './find-written.ts';

/** The patterns match a word with any ending. */
const INSTEAD: Instead = [
  [/(?<!\p{L})синхроніз/iu, 'зберегти, надіслати'],
  [/(?<!\p{L})користувач/iu, 'ви, люди'],
  [/(?<!\p{L})будь ласка/iu, 'nothing'],
  [/(?<!\p{L})(ти|тебе|тобі|твій|тво(я|є|го|му|єї|їх?|їм))(?!\p{L})/iu, 'ви, ваш'],
  [/(?<!\p{L})(невірн|недійсн)/iu, 'неправильний, уже не діє'],
  [/(?<!\p{L})ваша черга/iu, 'Чекає вашої відповіді'],
  [/(?<!\p{L})чека(є|ють) на (вас|вашу відповідь)(?!\p{L})/iu, 'Чекає вашої відповіді'],
  // *Скасувати* takes a press back, and does not mean to withdraw a request.
  [/(?<!\p{L})скас\p{L}+ ((це|цього|цю|цієї|ваше|вашу) )?(звернення|скарг)/iu, 'відкликати'],
  [/(?<!\p{L})відмін(а|и|ен)/iu, 'скасувати, відкликати'],
  // *Термінова допомога* is urgent help, and is allowed.
  [/(?<!\p{L})термін(?!ов)/iu, 'строк'],
  [/(?<!\p{L})з’єднан/iu, 'зв’язок'],
  [/(?<!\p{L})(акаунт|логін)/iu, 'обліковий запис, вхід'],
  [/телефонуйте \+?\d+ \d/iu, 'за номером'],
  [/[ыэёъ]/iu, 'the letters of Ukrainian'],
  [/['ʼ"“”„]/u, '’, «»'],
];

export function findWrongUkrainian(texts: ReadonlyMap<string, string>): string[] {
  return findWritten(INSTEAD, texts);
}
