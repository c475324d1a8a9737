import { expect, it } from 'vitest';
import { proposeKind } from './propose-kind.ts';

it.each([
  'Quero apresentar uma reclamação: esperei quatro horas e ninguém me atendeu.',
  'venho reclamar do atendimento no serviço de Faro',
  'Reclamação contra o centro distrital de Lisboa',
  'Vou fazer queixa de quem me atendeu ao telefone',
  'I want to make a complaint about the service',
  'Хочу подати скаргу на службу в Лісабоні',
])('hears a complaint in «%s»', (text) => {
  expect(proposeKind(text)).toBe('complaint');
});

it.each([
  'Preciso de uma declaração de não dívida para um concurso da câmara',
  'Queria pedir a certidão da minha carreira contributiva',
  'Podem enviar-me um comprovativo dos pagamentos de 2025?',
  'Solicito declaração em como recebo subsídio de desemprego',
])('hears the wish for a document in «%s»', (text) => {
  expect(proposeKind(text)).toBe('documents');
});

it.each([
  'Recebi uma carta a dizer que tenho de devolver 900 € e não percebo porquê',
  'Tenho uma dúvida sobre o valor do abono',
  'Podem esclarecer a que mês se refere esta nota de cobrança?',
])('hears a doubt in «%s»', (text) => {
  expect(proposeKind(text)).toBe('clarification');
});

it.each([
  'Como peço o abono de família?',
  'queria saber quantos dias de licença o pai tem',
  'Tenho uma pergunta: onde entrego a fatura da agência',
  'De que documentos preciso para pedir o abono?',
  'Preciso de saber que documentos devo entregar',
  'Tenho direito a mais algum apoio',
])('hears a question in «%s»', (text) => {
  expect(proposeKind(text)).toBe('information');
});

it.each([
  'Já apresentei uma reclamação em maio e queria saber em que ponto está',
  'A minha reclamação de maio foi aceite?',
])('does not take a complaint of long ago for another one: «%s»', (text) => {
  expect(proposeKind(text)).toBe('information');
});

it.each(['', 'Estou de baixa desde dia 10', 'Já enviei a declaração trimestral em janeiro', 'abono'])(
  'says nothing where the words say nothing: «%s»',
  (text) => {
    expect(proposeKind(text)).toBeNull();
  },
);

it('reads no further than the beginning, where people say what they want', () => {
  expect(proposeKind(`${'a '.repeat(5_000)} venho reclamar`)).toBeNull();
});
