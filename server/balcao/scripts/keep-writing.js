/**
 * Keeps a draft on the server while the clerk types, by the same form as the button *Guardar rascunho*, but without chosen files. Without this script, or
 * where the server does not answer, everything stays in its field.
 */
const EVERY_MS = 1000;
/** The pause after a post that failed: a server that is away gets fewer of them. */
const AGAIN_MS = 5 * EVERY_MS;
const ANSWERS_WITHIN_MS = 15_000;
const AWAY = 'Não foi possível guardar agora. O que escreveu continua aqui.';

for (const field of document.querySelectorAll('textarea[name="mensagem"]')) keepForm(field.form);

function keepForm(form) {
  const kept = form.querySelector('.kept');
  // A screen reader says what comes here later.
  const notKept = document.createElement('p');
  notKept.className = 'hint';
  notKept.setAttribute('role', 'status');
  kept.after(notKept);
  let timer = null;
  let sending = Promise.resolve();
  let isPosted = false;

  async function send() {
    const fields = new FormData(form);
    fields.delete('ficheiros');
    // Only a press leaves a file out: a clerk who checks the box again still has it.
    for (const box of form.querySelectorAll('[name="guardados"]:not(:checked)'))
      fields.append('guardados', box.value);
    const answer = await fetch(`${form.action}/rascunho`, {
      method: 'POST',
      body: fields,
      headers: { Accept: 'application/json' },
      redirect: 'manual',
      keepalive: true,
      signal: AbortSignal.timeout(ANSWERS_WITHIN_MS),
    }).catch(() => null);
    const problem = problemOf(answer);
    kept.textContent = problem === '' ? `Rascunho guardado às ${timeNow()}.` : '';
    // The same sentence again would disturb a clerk who writes on.
    if (notKept.textContent !== problem) notKept.textContent = problem;
    if (problem === AWAY) keepAfter(AGAIN_MS);
  }

  /** Keeps the draft after a while, or as soon as the clerk leaves the field or the page. */
  function keepAfter(ms) {
    timer ??= setTimeout(flush, ms);
  }

  // The posts go one after the other: an earlier text must not arrive last.
  function flush() {
    if (timer === null) return;
    clearTimeout(timer);
    timer = null;
    if (!isPosted) sending = sending.then(send);
  }

  form.addEventListener('input', () => keepAfter(EVERY_MS));
  form.addEventListener('focusout', flush);
  form.addEventListener('submit', () => {
    isPosted = true;
  });
  document.addEventListener('visibilitychange', flush);
  addEventListener('pagehide', flush);
  // The clerk can go on writing in a page that comes back from the memory of the browser.
  addEventListener('pageshow', () => {
    isPosted = false;
  });
}

/** Returns why the draft is not kept; empty: it is. After `AWAY` alone may the same post be kept later. */
function problemOf(answer) {
  if (answer === null || answer.status === 429 || answer.status >= 500) return AWAY;
  if (answer.status === 204) return '';
  if (answer.status === 401 || answer.type === 'opaqueredirect')
    return 'A sessão terminou. O que escreveu continua aqui: inicie sessão noutro separador.';
  if (answer.status === 409)
    return 'Não está guardado: noutra página sua há um texto mais recente. O que escreveu continua aqui, e «Guardar rascunho» mostra os dois.';
  return 'Não pode ser guardado aqui. Copie o que escreveu antes de sair desta página.';
}

function timeNow() {
  return new Date().toLocaleTimeString('pt-PT', {
    hour: '2-digit',
    minute: '2-digit',
    timeZone: 'Europe/Lisbon',
  });
}
