/**
 * Stands in for the provider's site, and so shares no code with the app. It judges the numbers itself, and goes back with a code that the pretend server
 * takes once, together with the state that the server gave.
 */
const MOBILE = '910000000';
const PIN = '1234';
const CODE = '123456';

const state = new URLSearchParams(location.search).get('state');
const problem = document.getElementById('problem');
const steps = ['step-mobile', 'step-code', 'step-consent', 'step-lost'].map((id) =>
  document.getElementById(id),
);
const [mobileStep, codeStep, consentStep, lostStep] = steps;

function digitsOf(id) {
  return document.getElementById(id).value.replace(/[\s.-]/g, '');
}

function show(step) {
  for (const other of steps) other.hidden = other !== step;
  clearProblem();
  step.querySelector('h1').focus();
}

function clearProblem() {
  problem.hidden = true;
  for (const input of document.querySelectorAll('[aria-invalid]')) input.removeAttribute('aria-invalid');
}

function complain(sentence, ids) {
  clearProblem();
  problem.textContent = sentence;
  problem.hidden = false;
  for (const id of ids) document.getElementById(id).setAttribute('aria-invalid', 'true');
  document.getElementById(ids[0]).focus();
}

function goBack(answer) {
  const home = location.pathname.replace(/\/demo\/cmd\/?$/, '');
  location.assign(`${home}/entrar/cmd?${new URLSearchParams({ ...answer, state })}`);
}

mobileStep.addEventListener('submit', (event) => {
  event.preventDefault();
  const mobile = digitsOf('mobile').replace(/^(\+|00)351/, '');
  if (mobile === MOBILE && digitsOf('pin') === PIN) show(codeStep);
  else complain('O número de telemóvel ou o PIN não estão certos.', ['mobile', 'pin']);
});

codeStep.addEventListener('submit', (event) => {
  event.preventDefault();
  if (digitsOf('code') === CODE) show(consentStep);
  else complain('O código não está certo.', ['code']);
});

consentStep.addEventListener('submit', (event) => {
  event.preventDefault();
  const random = crypto.randomUUID().replaceAll('-', '');
  goBack({ code: `cmd-${MOBILE}-${random}` });
});

for (const button of document.querySelectorAll('[data-cancel]')) {
  button.addEventListener('click', () => goBack({ error: 'access_denied' }));
}

if (!state) show(lostStep);
