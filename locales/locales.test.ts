import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../src/state/kept-preferences.ts';
import { findForecasts } from '../testing/forecast-rules.ts';
import { checkLocales, flattenLocale, type Locales } from '../testing/locale-rules.ts';
import { readSources } from '../testing/read-sources.ts';
import { findSentences } from '../testing/sentence-rules.ts';
import { findWrongDays } from '../testing/word-rules/days.ts';
import { findWrongEnglish } from '../testing/word-rules/english.ts';
import { findWrongFrench } from '../testing/word-rules/french.ts';
import { findWrongPortuguese } from '../testing/word-rules/portuguese.ts';
import { findWrongSpanish } from '../testing/word-rules/spanish.ts';
import { findWrongUkrainian } from '../testing/word-rules/ukrainian.ts';

const SOURCE = 'pt-PT';

/** Every file of the app is parsed. */
const READING_MS = 60_000;

function readLocales(): Locales {
  const locales: Locales = {};
  for (const entry of readdirSync('locales', { withFileTypes: true })) {
    if (!entry.isDirectory()) continue;
    const files = readdirSync(`locales/${entry.name}`);
    locales[entry.name] = Object.fromEntries(
      files.map((file) => [
        file.replace('.json', ''),
        JSON.parse(readFileSync(`locales/${entry.name}/${file}`, 'utf8')),
      ]),
    );
  }
  return locales;
}

const PLANTED = {
  'pt-PT': {
    thread: {
      hello: 'Olá, {{name}}',
      steps: ['Um', 'Dois'],
      days_one: '{{count}} dia',
      days_many: '{{count}} dias',
      days_other: '{{count}} dias',
    },
  },
  en: {
    thread: {
      hello: 'Hello, {{name}}',
      steps: ['One', 'Two'],
      days_one: '{{count}} day',
      days_other: '{{count}} days',
    },
  },
} satisfies Locales;

describe('the texts', () => {
  it('are there for each language that can be chosen, and for no other', () => {
    expect(Object.keys(readLocales()).sort()).toEqual(LANGUAGES.map(({ code }) => code).sort());
  });

  it('say the same in every language', () => {
    expect(checkLocales(readLocales(), SOURCE)).toEqual([]);
  });

  it('may have other plural forms where the language has other ones', () => {
    expect(checkLocales(PLANTED, SOURCE)).toEqual([]);
  });

  const { thread } = PLANTED.en;

  it.each([
    ['lacks a namespace', { en: {} }, 'en lacks the namespace thread'],
    ['lacks a text', { en: { thread: { ...thread, steps: ['One'] } } }, 'en lacks thread:steps.1'],
    [
      'has a text too many',
      { en: { thread: { ...thread, bye: 'Bye' } } },
      'en has thread:bye, which the source lacks',
    ],
    [
      'has an empty text',
      { en: { thread: { ...thread, steps: ['One', ' '] } } },
      'en has no words for thread:steps.1',
    ],
    [
      'has another placeholder',
      { en: { thread: { ...thread, hello: 'Hello, {{nome}}' } } },
      'en has other placeholders in thread:hello',
    ],
    [
      'leaves a placeholder out of one form',
      {
        en: {
          thread: { ...thread, days_one: '{{count}} day until {{date}}', days_other: '{{count}} days' },
        },
      },
      'en leaves out a placeholder in thread:days_other',
    ],
    [
      'has a plural form that its language does not know',
      { en: { thread: { ...thread, days_many: '{{count}} days' } } },
      'en has the forms many, one, other of thread:days; it needs one, other',
    ],
    [
      'lacks a plural form of its language',
      { 'pt-PT': { thread: { ...PLANTED['pt-PT'].thread, days_many: undefined } } },
      'pt-PT has the forms one, other of thread:days; it needs many, one, other',
    ],
    [
      'has one text for all numbers',
      { en: { thread: { ...thread, days_one: undefined, days_other: undefined, days: '{{count}} days' } } },
      'en has no plural forms of thread:days',
    ],
    [
      'leaves the number unsaid in a form that many numbers share',
      {
        fr: {
          thread: { days_one: 'un jour', days_many: '{{count}} de jours', days_other: '{{count}} jours' },
        },
      },
      'fr does not say the number in thread:days_one',
    ],
    [
      'has the forms of another one',
      { uk: { thread: { days_one: '{{count}} день', days_other: '{{count}} дня' } } },
      'uk has the forms one, other of thread:days; it needs few, many, one, other',
    ],
  ])('fail when a language %s', (_name, change, complaint) => {
    const changed = JSON.parse(JSON.stringify({ ...PLANTED, ...change })) as Locales;
    expect(checkLocales(changed, SOURCE)).toContain(complaint);
  });
});

describe('what the service will do', () => {
  it.each(Object.entries(readLocales()))('is promised by no text of %s', (language, namespaces) => {
    expect(findForecasts(language, flattenLocale(namespaces))).toEqual([]);
  });

  it.each([
    ['pt-PT', 'É emitida no máximo em 10 dias úteis e vale 4 meses.'],
    ['pt-PT', 'A avaliação demora, no máximo, 6 meses.'],
    ['pt-PT', 'A Segurança Social tem {{general, number}} dias úteis para responder a um pedido.'],
    ['pt-PT', 'Dias depois, a resposta está no pedido.'],
    ['pt-PT', 'A resposta chega em 3 dias.'],
    ['pt-PT', 'Um serviço analisa o pedido e responde até {{date}}.'],
    ['en', 'It is issued within 10 working days at most and is valid for 4 months.'],
    ['en', 'Segurança Social has {{count}} working days to answer.'],
    ['en', 'A few days later the answer is there.'],
    ['en', 'An office looks at the request and answers by {{date}}.'],
    ['es', 'La evaluación dura 6 meses como máximo.'],
    ['es', 'La Segurança Social tiene 10 días hábiles para responder.'],
    ['es', 'Días después, la respuesta está en la solicitud.'],
    ['es', 'Un servicio analiza la solicitud y responde, como muy tarde, el {{date}}.'],
    ['fr', 'Elle est délivrée en 10 jours ouvrés au plus et vaut 4 mois.'],
    ['fr', 'La Segurança Social a {{count}} jours ouvrés pour répondre.'],
    ['fr', 'Quelques jours plus tard, la réponse est là.'],
    ['fr', 'Un service examine la demande et répond au plus tard le {{date}}.'],
    ['uk', 'Оцінювання триває щонайбільше 6 місяців.'],
    ['uk', 'Segurança Social має {{count}} робочих днів на відповідь.'],
    ['uk', 'За кілька днів відповідь уже у зверненні.'],
    ['uk', 'До {{date}} служба розгляне звернення й відповість.'],
  ])('is found out where %s promises: %s', (language, text) => {
    expect(findForecasts(language, new Map([['x:y', text]]))).toEqual([
      `${language} promises in x:y: «${text}»`,
    ]);
  });

  it.each([
    ['pt-PT', 'Em regra, é emitida em 10 dias úteis.'],
    ['pt-PT', 'A lei dá à Segurança Social {{count}} dias úteis para responder.'],
    ['pt-PT', 'Até {{count}} ficheiros, com {{each, number}} MB no máximo cada um.'],
    ['pt-PT', 'Tem 90 dias seguidos para o pedir.'],
    ['en', 'The law gives Segurança Social {{count}} working days to answer.'],
    ['es', 'La ley da {{count}} días hábiles para responder.'],
    ['fr', 'En général, la réponse arrive en 30 jours.'],
    ['uk', 'За законом Segurança Social має {{count}} робочих днів на відповідь.'],
  ])('may be told in %s as a rule or a law: %s', (language, text) => {
    expect(findForecasts(language, new Map([['x:y', text]]))).toEqual([]);
  });
});

describe('a day on which deadlines count', () => {
  it.each(Object.entries(readLocales()))('has one name in %s', (language, namespaces) => {
    expect(findWrongDays(language, flattenLocale(namespaces))).toEqual([]);
  });

  it.each([
    ['pt-PT', 'Tem 5 dias laborais para responder.', 'dia útil'],
    ['en', 'Call on weekdays, from 9 am to 6 pm.', 'working day'],
    ['en', 'You have 5 business days.', 'working day'],
    ['es', 'Quedan {{count}} días laborables', 'día hábil'],
    ['fr', 'Il reste {{count}} jours ouvrables', 'jour ouvré'],
    ['uk', 'У будні з 9:00 до 18:00.', 'робочий день'],
  ])('is found out where %s says: %s', (language, text, right) => {
    expect(findWrongDays(language, new Map([['x:y', text]]))).toEqual([
      `${language} misnames a working day in x:y; write «${right}»`,
    ]);
  });

  it.each([
    ['en', 'You have 5 working days.'],
    ['es', 'Quedan {{count}} días hábiles'],
    ['fr', 'Il reste {{count}} jours ouvrés'],
    ['uk', 'Залишилося {{count}} робочі дні'],
  ])('may be named in %s: %s', (language, text) => {
    expect(findWrongDays(language, new Map([['x:y', text]]))).toEqual([]);
  });
});

describe('the Spanish texts', () => {
  it('have one word for one thing, and speak to people as usted', () => {
    expect(findWrongSpanish(flattenLocale(readLocales().es ?? {}))).toEqual([]);
  });

  it.each([
    ['Se ha sincronizado.', 'guardar, enviar'],
    ['Otro usuario usa este dispositivo.', 'quien usa e-Clic'],
    ['Espere, por favor.', 'nothing'],
    ['NISS inválido', 'no es correcto'],
    ['Si cambia la clave, termina.', 'la contraseña'],
    ['letras de otras lenguas', 'idioma'],
    ['Compruebe la conexión a internet.', 'Internet'],
    ['Nadie de Segurança Social le preguntará este código.', 'de la Segurança Social'],
    ['Lea tus solicitudes.', 'usted, su'],
    ['¿Seguro? Quiere borrarlo?', '¿…?'],
    ['Listo!', '¡…!'],
    ['Empezó el 1.º día del mes.', '1.er, 3.er'],
  ])('are told apart by what they say: %s', (text, right) => {
    expect(findWrongSpanish(new Map([['x:y', text]]))).toEqual([expect.stringContaining(`write «${right}»`)]);
  });

  it('may name a key, an institute and what people search by', () => {
    const texts = {
      'session:cmd': 'Es la clave móvil digital.',
      'legal:key': 'Queda cifrado con una clave.',
      'legal:who': 'Instituto de Segurança Social da Madeira',
      'legal:ssd': 'La contraseña de Segurança Social Direta. ¿No la sabe?',
      'topics:words.password': 'usuario, clave, internet',
      'answers:degree': 'Pasar del 1.º al 2.º grado',
    };
    expect(findWrongSpanish(new Map(Object.entries(texts)))).toEqual([]);
  });
});

describe('the Portuguese texts', () => {
  it('order nobody about as one does a friend, and have one word for one thing', () => {
    expect(findWrongPortuguese(flattenLocale(readLocales()[SOURCE] ?? {}))).toEqual([]);
  });

  it.each([
    [
      'draft:review.here',
      'Lê a resposta aqui.',
      'draft:review.here begins a sentence with «Lê», which orders a friend',
    ],
    [
      'session:cmd',
      'Primeiro isto. Vai para outra página.',
      'session:cmd begins a sentence with «Vai», which orders a friend',
    ],
    [
      'sync:reason.first',
      'Está guardado (Envia-o depois).',
      'sync:reason.first begins a sentence with «Envia-o», which orders a friend',
    ],
    [
      'answers:card',
      'Pede-se lá. Serve em viagens.',
      'answers:card begins a sentence with «Serve», which orders a friend',
    ],
    [
      'legal:cookie',
      'O cookie dura 90 dias. Acaba quando sai.',
      'legal:cookie begins a sentence with «Acaba», which orders a friend',
    ],
    ['topic:undo', 'Anular', 'topic:undo is not «Desfazer»'],
    ['help:drafts.text', 'Escolha logo «Anular».', 'help:drafts.text says /«Anular»/u; write «Desfazer»'],
    [
      'thread:turn',
      'A Segurança Social respondeu: não tem de fazer mais nada.',
      'thread:turn says /(respondeu|concluíd[oa])[:.] [Nn]ão (tem de|é preciso) fazer mais nada/u; write «Leia a resposta»',
    ],
    [
      'status:found.closed',
      'Está concluído: não é preciso fazer mais nada.',
      'status:found.closed says /(respondeu|concluíd[oa])[:.] [Nn]ão (tem de|é preciso) fazer mais nada/u; write «Leia a resposta»',
    ],
    [
      'sync:line.offline',
      'Sem conexão à Internet.',
      'sync:line.offline says /\\bconex(ão|ões)/iu; write «ligação»',
    ],
    [
      'thread:deadline',
      'Se responder hoje, o prazo termina a {{date}}.',
      'thread:deadline says /[Ss]e responder hoje/u; write «Se for hoje, deve ter resposta até»',
    ],
    ['common:storage', 'Permita os dados deste site.', 'common:storage says /\\bsites?\\b/iu; write «sítio»'],
    ['issues:niss', 'NISS inválido', 'issues:niss says /\\binválid[oa]s?\\b/iu; write «não está certo»'],
  ])('are told apart by what %s says: %s', (place, text, complaint) => {
    expect(findWrongPortuguese(new Map([[place, text]]))).toEqual([complaint]);
  });

  it('may name the state, tell of taking back, and hold what people search by', () => {
    const texts = {
      'requests:state': 'Aguarda a sua resposta',
      'topics:words.password': 'senha',
      'thread:withdrawal.undo': 'Enquanto não for enviada, pode desistir dela.',
      'issues:file': '«{{name}}» tem palavra-passe',
      'x:y': 'Pode ler. Deve ler.',
    };
    expect(findWrongPortuguese(new Map(Object.entries(texts)))).toEqual([]);
  });
});

describe('the Ukrainian texts', () => {
  it('have one word for one thing, and speak to people as ви', () => {
    expect(findWrongUkrainian(flattenLocale(readLocales().uk ?? {}))).toEqual([]);
  });

  it.each([
    ['Усе синхронізовано.', 'зберегти, надіслати'],
    ['Цим пристроєм користується інший користувач.', 'ви, люди'],
    ['Зачекайте, будь ласка.', 'nothing'],
    ['Тут твої звернення.', 'ви, ваш'],
    ['Невірний код', 'неправильний, уже не діє'],
    ['Тепер ваша черга.', 'Чекає вашої відповіді'],
    ['Звернення чекає на вашу відповідь', 'Чекає вашої відповіді'],
    ['Скасувати звернення {{reference}}?', 'відкликати'],
    ['Скасування цієї скарги ще не надіслано', 'відкликати'],
    ['Відмінити', 'скасувати, відкликати'],
    ['Термін закінчується {{date}}.', 'строк'],
    ['Немає з’єднання.', 'зв’язок'],
    ['Ваш акаунт майже повний', 'обліковий запис, вхід'],
    ['Зателефонуйте 300 502 502.', 'за номером'],
    ['Ещё раз', 'the letters of Ukrainian'],
    ["Введіть ім'я", '’, «»'],
    ['Натисніть "Далі"', '’, «»'],
  ])('are told apart by what they say: %s', (text, right) => {
    expect(findWrongUkrainian(new Map([['x:y', text]]))).toEqual([
      expect.stringMatching(new RegExp(`^x:y says .*; write «${right}»$`, 'u')),
    ]);
  });

  it('may undo a press, name what is urgent and short numbers, and hold what people search by', () => {
    const texts = {
      'share:undo': 'Скасувати',
      'answers:urgent': 'Термінова допомога: телефонуйте 144',
      'answers:phone': 'Зателефонуйте за номером 300 502 502.',
      'topics:subject': 'Представництво й субакаунти',
      'topics:words.access': 'логін, акаунт, термін',
    };
    expect(findWrongUkrainian(new Map(Object.entries(texts)))).toEqual([]);
  });
});

describe('the English texts', () => {
  it('say things as English does, not sentence by sentence as the Portuguese', () => {
    expect(findWrongEnglish(flattenLocale(readLocales().en ?? {}))).toEqual([]);
  });

  it('are told apart by what they say', () => {
    const planted = new Map([['answers:niss', 'Whoever has a Citizen Card need not ask for a NISS.']]);
    expect(findWrongEnglish(planted)).toEqual([
      'answers:niss says /\\bwhoever\\b/iu; write «if you, people who»',
      'answers:niss says /\\bneed not\\b/iu; write «do not need to»',
    ]);
  });

  it.each([
    ['Ask here if you have doubts.', 'question'],
    ['Mend what is missing.', 'correct, add what is missing'],
    ['You can file a complaint.', 'make a complaint'],
    ['Check your Internet connection.', 'internet'],
    ['Call from 9 a.m. to 6 p.m.', '9 am'],
    ['You have 90 days in a row.', 'calendar days'],
    ['Choose the organization.', 'organisation, and other words as the British spell them'],
  ])('are told apart by what they say: %s', (text, right) => {
    expect(findWrongEnglish(new Map([['x:y', text]]))).toEqual([
      expect.stringMatching(new RegExp(`^x:y says .*; write «${right}»$`, 'u')),
    ]);
  });

  it('may tell of internet, of months in a row or not, and of the size of a prize', () => {
    const text = 'Without internet, from 9 am, tell us the size of the prize: 6 months, in a row or not.';
    expect(findWrongEnglish(new Map([['x:y', text]]))).toEqual([]);
  });
});

describe('the French texts', () => {
  it('keep marks and units on the line of what they belong to, and have one word for one thing', () => {
    expect(findWrongFrench(flattenLocale(readLocales().fr ?? {}))).toEqual([]);
  });

  it.each([
    'Où voulez-vous l’ajouter ?',
    'Ce que vous pouvez faire :',
    'Choisissez « Partager\u00a0».',
    'de 9 h à 18\u00a0h',
    'au plus {{max, number}} Mo',
    'un taux de 60 %',
    'moins de 5 000\u00a0€',
  ])('are told apart by a space at which a line may break: %s', (text) => {
    expect(findWrongFrench(new Map([['x:y', text]]))).toEqual([
      `x:y lacks a no-break space: «${text.replaceAll('\u00a0', '~')}»`,
    ]);
  });

  it.each([
    ['Le code reçu par e-mail', 'courriel'],
    ['Vérifiez la connexion à internet', 'Internet'],
    ['Personne à Segurança Social ne vous le demandera', 'à la Segurança Social'],
    ['Vous avez 90 jours de suite', 'jours consécutifs'],
    ['Vous n’êtes pas connecté(e)', 'votre session est ouverte'],
    ['Ton brouillon est enregistré', 'vous'],
    ['Veuillez saisir le NISS', 'nothing'],
  ])('are told apart by what they say: %s', (text, right) => {
    expect(findWrongFrench(new Map([['x:y', text]]))).toEqual([
      expect.stringMatching(new RegExp(`^x:y says .*; write «${right}»$`, 'u')),
    ]);
  });

  it('may say so what people search by, write a time and name a percentage', () => {
    const texts = {
      'help:topics.signIn.words': 'e-mail internet',
      'x:y': 'à 10:30, https://seg-social.pt (%)',
    };
    expect(findWrongFrench(new Map(Object.entries(texts)))).toEqual([]);
  });
});

describe('the code', () => {
  it('says nothing itself', { timeout: READING_MS }, () => {
    expect(findSentences(readSources(['contract', 'domain', 'shared', 'src']))).toEqual([]);
  });

  it.each([
    ['between tags', '<p>Guardado neste dispositivo</p>'],
    ['in a name for screen readers', '<nav aria-label="Principal" />'],
    ['in a property that is shown', "<TextField label={'Nome'} />"],
    ['as an expression between tags', "<p>{'Olá'}</p>"],
    ['where only some see it', "<p>{isSaved && 'Guardado'}</p>"],
    ['as one of two', "<p>{isSaved ? t('saved') : 'Por guardar'}</p>"],
    ['around a value', `<p>{\`Faltam \${days}\`}</p>`],
    ['beside a field', '<TextField hint="Tem 11 algarismos" />'],
    ['for screen readers alone', "announce('Guardado')"],
    ['in a notice', "showNotice({ text: 'Guardado' })"],
    ['as the title of the page', "(document.title = 'Ajuda')"],
  ])('is found out when a sentence stands %s', (_place, code) => {
    expect(findSentences({ 'src/ui/x.tsx': `const x = ${code};` })).toHaveLength(1);
  });

  it.each([
    [
      'a type between angle brackets',
      'src/db/x.ts',
      'const ask = <T>(call: Call) => road.ask(call) as Promise<T>;',
    ],
    ['a name in every language', 'src/ui/x.tsx', 'const x = <abbr>NISS</abbr>;'],
    ['what is compared', 'src/ui/x.tsx', "const x = <p>{state === 'saved' && t('saved')}</p>;"],
    ['how a thing is said', 'src/ui/x.tsx', "announce(t('saved'), 'assertive');"],
  ])('is not blamed for %s', (_what, path, code) => {
    expect(findSentences({ [path]: code })).toEqual([]);
  });
});
