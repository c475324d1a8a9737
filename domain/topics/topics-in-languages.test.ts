import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { BUNDLED_TOPICS as tree } from './bundled-topics.ts';
import { buildTopicIndex, searchTopics } from './search-topics.ts';
import { suggestTopics } from './suggest-topics.ts';

function wordsOf(lng: string) {
  return JSON.parse(readFileSync(new URL(`../../locales/${lng}/topics.json`, import.meta.url), 'utf8'));
}

function find(lng: string, query: string): string[] {
  return searchTopics(buildTopicIndex(tree, wordsOf(lng)), query, 9).map(({ subjectId }) => subjectId);
}

describe('a topic is found by the everyday words of each language', () => {
  it.each([
    ['es', 'paro', 'unemploymentBenefit'],
    ['es', 'jubilacion', 'oldAgePension'],
    ['es', 'CONTRASEÑA', 'accessAndCodes'],
    ['fr', 'arret maladie', 'sicknessBenefit'],
    ['fr', 'mot de passe', 'accessAndCodes'],
    ['fr', 'l’allocation chômage', 'unemploymentBenefit'],
    ['uk', 'лікарняний', 'sicknessBenefit'],
    ['uk', 'ДЕКРЕТНІ', 'parentalBenefit'],
    ['uk', 'зміна банку', 'ibanChange'],
  ])('in %s by «%s»', (lng, query, subjectId) => {
    expect(find(lng, query)).toContain(subjectId);
  });

  it.each([
    ['en', 'my mother died', 'deathGrant'],
    ['en', 'I was fired', 'unemploymentBenefit'],
    ['en', 'money for the baby', 'childBenefit'],
    ['en', 'refugee', 'nissAndPersonalData'],
    ['en', 'christmas money', 'pensionSupplements'],
    ['es', 'ha muerto mi madre', 'deathGrant'],
    ['es', 'me han despedido', 'unemploymentBenefit'],
    ['es', 'dinero del bebé', 'childBenefit'],
    ['es', 'refugiada', 'nissAndPersonalData'],
    ['es', 'extra navidad', 'pensionSupplements'],
    ['fr', 'ma mère est morte', 'deathGrant'],
    ['fr', "j'ai été licenciée", 'unemploymentBenefit'],
    ['fr', 'argent du bébé', 'childBenefit'],
    ['fr', 'réfugiés', 'nissAndPersonalData'],
    ['fr', 'prime noel', 'pensionSupplements'],
    ['uk', 'моя мама померла', 'deathGrant'],
    ['uk', 'мене звільнили', 'unemploymentBenefit'],
    ['uk', 'гроші на дитину', 'childBenefit'],
    ['uk', 'біженці', 'nissAndPersonalData'],
    ['uk', 'різдвяні гроші', 'pensionSupplements'],
  ])('in %s among the first three by «%s», which no subject has whole', (lng, query, subjectId) => {
    expect(find(lng, query).slice(0, 3)).toContain(subjectId);
  });

  it.each([
    ['pt-PT', 'contribuição', 'contribuições'],
    ['es', 'jubilado', 'jubilados'],
    ['fr', 'retraité', 'retraités'],
    ['uk', 'безробіття', 'безробіттю'],
    ['uk', 'лікарняні', 'лікарняного'],
  ])('in %s also by another form of «%s»: «%s»', (lng, one, other) => {
    expect(find(lng, other)).not.toEqual([]);
    expect(find(lng, one)).toEqual(expect.arrayContaining(find(lng, other).slice(0, 1)));
  });

  it('and a word that begins as it was typed comes before one that only holds it: «baja», «trabajador»', () => {
    const found = find('es', 'baja');
    expect(found).toContain('selfEmployed');
    expect(found.indexOf('sicknessBenefit')).toBeLessThan(found.indexOf('selfEmployed'));
  });

  it('in Ukrainian with whichever apostrophe there is on the keyboard, or none', () => {
    const found = find('uk', 'сім’я');
    expect(found).toContain('childBenefit');
    for (const typed of ["сім'я", 'сімʼя', 'сімя']) expect(find('uk', typed)).toEqual(found);
  });
});

describe('a topic is suggested for what people write in each language', () => {
  it.each([
    ['es', 'me despidieron en mayo, puedo cobrar el paro?', 'unemploymentBenefit'],
    ['es', 'he cambiado de banco, ¿cómo doy el nuevo IBAN?', 'ibanChange'],
    ['es', 'mi madre tiene Alzheimer y no puede valerse sola', 'dependencySupplement'],
    ['fr', "j'étais en arrêt maladie et je n'ai rien reçu", 'sicknessBenefit'],
    ['fr', "j'ai oublié mon mot de passe et le code n'arrive pas", 'accessAndCodes'],
    ['fr', 'je suis enceinte, y a-t-il une aide avant la naissance ?', 'prenatalBenefit'],
    ['uk', 'Мене звільнили в травні, чи можу я отримувати допомогу по безробіттю?', 'unemploymentBenefit'],
    ['uk', 'Я змінив банк, як повідомити новий IBAN?', 'ibanChange'],
    ['uk', 'Маю борг і хочу сплачувати частинами', 'debtsAndInstalments'],
    ['uk', 'Моя мама хвора на Альцгеймера і потребує догляду', 'dependencySupplement'],
  ])('in %s: «%s»', (lng, text, subjectId) => {
    expect(
      suggestTopics(text, buildTopicIndex(tree, wordsOf(lng))).map((found) => found.subjectId),
    ).toContain(subjectId);
  });

  it.each([
    ['es', '¿qué tiempo hará mañana?'],
    ['fr', 'Quel temps fera-t-il demain ?'],
    ['uk', 'Яка завтра погода?'],
  ])('and none rather than a silly one in %s: «%s»', (lng, text) => {
    expect(suggestTopics(text, buildTopicIndex(tree, wordsOf(lng)))).toEqual([]);
  });
});
